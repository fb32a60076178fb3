problem-smtp-log-row = Esta línea no es una fila de un registro de protocolo y se ha omitido. Puede que haya perdido columnas al copiarla; el archivo de registro original las tiene todas.
problem-smtp-log-fields = Las columnas que se nombran aquí no son las de un registro de protocolo SMTP, así que se ha supuesto el orden habitual. Si faltan filas, use el archivo tal como lo escribió Exchange.
problem-smtp-log-line-too-long = Esta línea es más larga que cualquier fila de un registro de protocolo y se ha omitido. Puede que el archivo esté dañado o que no sea un registro.
