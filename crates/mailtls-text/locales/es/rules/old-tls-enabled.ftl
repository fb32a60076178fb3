old-tls-enabled =
    .title = Hay versiones antiguas activadas de forma explícita
    .what = El Registro activa estas: { $protocols }.
    .why = Microsoft 365 no usa ninguna, así que no ayudan al correo con él. Los dispositivos y servidores antiguos
        que envían a través de este servidor pueden necesitarlas aún.
    .remedy = Déjelas, o desactívelas cuando los registros de protocolo muestren que ningún equipo las usa. El
        perfil estricto de la corrección lo hace.
