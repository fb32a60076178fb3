certificate-not-validated =
    .title = Una cadena de certificados no se pudo validar
    .what = El registro dice que un certificado no se pudo validar: { $word }. Otro extremo: { $peer }.
        Conector: { $connector }. Sesiones: { $count }.
    .why = Los conectores que exigen un certificado válido rechazan la sesión. Desde marzo de 2026, la falta de
        DigiCert Global Root G2 en este servidor se ve igual.
    .remedy = Compruebe que este servidor confía en el emisor (entre otros, DigiCert Global Root G2), que se
        actualizan las raíces y que la cadena está completa.
