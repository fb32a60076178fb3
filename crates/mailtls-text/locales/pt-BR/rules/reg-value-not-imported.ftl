reg-value-not-imported =
    .title = O Windows ignora uma linha deste arquivo que deveria definir um valor de TLS
    .what = A importação não define estes valores, embora o arquivo os mencione: { $values }.
    .why = O regedit informa sucesso mesmo quando ignora uma linha. O valor mantém o que tinha antes: se estava
        errado ou ausente, continua assim, e o TLS 1.2 pode continuar desativado para o e-mail. Essas linhas
        costumam vir de instruções traduzidas ou reformatadas.
    .remedy = Use no lugar o arquivo corretivo oferecido aqui e depois confira os valores com reg query.
