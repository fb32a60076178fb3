socket-error-elsewhere =
    .title = La conexión se cortó, y no fue Microsoft 365
    .what = El otro extremo, { $peer }, no es Microsoft 365. El mismo texto aparece ahí por otros motivos.
    .why = El mensaje queda en la cola y se reintenta.
    .remedy = Mire el registro de protocolo de la conexión con ese extremo. Entre servidores Exchange propios es
        posible una versión de TLS que solo tiene uno: compare sus Registros. Si no, pregunte al operador
        del otro extremo y revise qué inspecciona SMTP en el camino.
