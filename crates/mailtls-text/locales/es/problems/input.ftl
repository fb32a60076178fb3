problem-input-empty = No se pegó nada, o el archivo está vacío. Se leen rebotes (NDR), errores de cola, registros de
    protocolo SMTP, eventos y archivos .reg.
problem-input-image = Parece una imagen. Aquí no se pueden leer imágenes: copie el texto del rebote o del registro, o
    guarde el mensaje como .eml o .msg.
problem-input-pdf = Parece un PDF. Copie su texto o entregue el mensaje, el registro o el archivo .reg originales.
problem-input-archive = Parece un archivo comprimido. Descomprímalo y entregue los archivos que contiene.
problem-input-hive = Parece un subárbol binario del Registro. Exporte las claves con regedit como archivo .reg y
    entréguelo.
problem-input-evtx = Parece un archivo de registro de eventos (.evtx). En el Visor de eventos guarde los eventos como
    texto, CSV o XML, o cópielos, y entregue eso.
problem-input-program = Parece un programa. Se leen rebotes (NDR), errores de cola, registros de protocolo SMTP, eventos y
    archivos .reg.
problem-input-pst = Parece un archivo de datos de Outlook. Guarde solo el rebote como .msg o .eml y entréguelo.
problem-input-rtf = Parece texto enriquecido. Copie su texto y péguelo.
problem-input-capture = Parece una captura de red. En su lugar se lee el registro de protocolo SMTP del conector, o el
    rebote.
problem-input-binary = No parece texto. Se leen rebotes (.eml, .msg o su texto), errores de cola, registros de protocolo
    SMTP, eventos y archivos .reg.
problem-input-html = Parece una página web y nada en ella habla de una entrega. Copie el texto del rebote, del error de
    cola o del registro.
problem-input-json = Parece JSON y nada en él habla de una entrega. Se leen rebotes (NDR), errores de cola, registros de
    protocolo SMTP, eventos y archivos .reg.
problem-input-cut = Este mensaje es muy largo; no se leyó la parte posterior a los primeros 16 MiB.
problem-input-damaged = Este archivo de mensaje está dañado o no contiene texto. Guarde el mensaje de nuevo como .eml o .msg, o copie su texto.
problem-input-iis-log = Parece el registro de un servidor web (IIS). El correo está en otros archivos: use los registros de
    protocolo SMTP de Exchange, en …\TransportRoles\Logs\Hub\ProtocolLog\SmtpSend o …\SmtpReceive.
