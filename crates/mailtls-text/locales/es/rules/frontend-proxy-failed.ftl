frontend-proxy-failed =
    .title = El front-end de Exchange no pudo alcanzar su back-end
    .what = La conexión que falla es la interna, entre el transporte de front-end y el servicio de transporte.
    .why = El correo entrante se rechaza por el momento y el remitente lo reintenta.
    .remedy = Revise el certificado interno de transporte, el DNS del servidor y que nada más use los puertos 2525
        y 717. La conexión con Microsoft 365 no es la que falla.
