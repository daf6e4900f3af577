# What every page says. A no-break space stands before : ; ? ! and inside « ».

service = { $service }
service-cantine = cantine
service-garderie-matin = garderie du matin
service-garderie-soir = garderie du soir
both-sessions = garderie du matin et du soir
name = { $name }

button-validate = Valider
button-abandon = Abandonner
button-undo = Annuler cette action
button-yes = Oui
button-no = Non
button-planning = 📅 Mon planning
button-help = Aide

receipt = 🧾 Reçu { $number }
stale-button = Ce bouton n’est plus valable. Écrivez-moi votre demande, par exemple « réserver cantine jeudi ».
nothing-done = C’est noté, rien n’a changé.
abandoned = Abandonné : rien n’a été changé.
say-which = 🙂 Oui, mais lequel ? Touchez la réponse voulue, ou écrivez le jour.
already-decided = C’est déjà fait : rien n’a été changé cette fois-ci.
not-for-you = Je ne peux pas faire cela pour vous. Écrivez /aide pour voir ce que je sais faire.
bug = Désolée, quelque chose s’est mal passé de mon côté et rien n’a été changé. Réessayez dans un moment ; si cela recommence, donnez ce numéro à la mairie : { $reference }.
write-to-me = Je ne sais lire que du texte : écrivez-moi votre demande, par exemple « réserver cantine jeudi ».
write-to-me-voice = 🎙 Je ne peux pas écouter : écrivez-moi votre demande, par exemple « réserver cantine jeudi ».
write-to-me-sticker = 🙂 Les autocollants ne me disent rien : écrivez-moi avec des mots.
write-to-me-place = 📍 Je n’ai pas besoin de savoir où vous êtes, et ne le garde pas. Écrivez-moi votre demande.
write-to-me-contact = 👤 Je ne garde aucun numéro. Pour changer vos coordonnées ou les personnes à prévenir, adressez-vous à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
write-to-me-poll = 📊 Je ne réponds pas aux sondages : écrivez-moi votre demande.
forwarded = ↪️ Ce message est transféré : je n’agis pas sur les mots d’un autre. Écrivez-moi vous-même ce qu’il faut faire.
forwarded-not-done = ↪️ Ce message est transféré : rien n’est fait sans votre accord.
file-not-opened = 📎 J’ai lu votre texte, mais pas ouvert le fichier. Un document se remet à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
file-not-read = Je ne reçois pas de fichier ici et celui-ci n’a pas été lu. Pour un document, adressez-vous à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
group-goodbye = Bonjour ! Je ne parle qu’en tête-à-tête, pour que rien de vos enfants ne se dise devant d’autres. Écrivez-moi en privé, je quitte ce groupe.
resent = ⏳ J’étais arrêtée un moment. Voici où nous en étions :
