# What is out of reach, or asked about: a line or two each, and where it is done. `mairie`: "la mairie", with how to reach it.

topic-mairie = la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}

topic-emergency = 🚨 Urgence : appelez le 15 ou le 112, puis l’école. Je suis un programme et ne peux prévenir personne.
topic-harm = 💛 C’est grave, et cela ne se règle pas ici : parlez-en aujourd’hui à l’école et à { $mairie }. Enfant en danger : le 119 jour et nuit, ou le 17 et le 112 s’il faut agir tout de suite. Je suis un programme et ne peux prévenir personne.
topic-late = 🕡 Je ne peux pas prévenir la garderie : appelez { $mairie } ou l’école. L’agent garde votre enfant jusqu’à votre arrivée et note l’heure de départ.
topic-account = 🔒 Supprimer votre compte, ou recevoir une copie de vos données : demandez-le à { $mairie }. Rien n’a été supprimé ; je garde vos messages 90 jours au plus.
topic-reminders = 🔔 Les rappels se règlent, se coupent et se remettent dans /rappels.
topic-second-parent = 👥 Chaque parent se connecte avec son propre code : demandez celui de l’autre parent à { $mairie }. Vous voyez ensuite tous deux les mêmes réservations.
topic-access = 🔑 Votre compte Telegram est votre clé : ici, vous êtes connecté, sans code ni mot de passe. Pour un autre téléphone ou un code perdu, demandez un nouveau code à { $mairie }.
topic-fetching = 👋 La liste des personnes autorisées à venir chercher un enfant est tenue par { $mairie } : je ne peux ni la lire ni la changer. Prévenez-la avant la sortie.
topic-whom-to-tell = 🙂 C’est à moi qu’une absence à la cantine se dit, par exemple « { $child } absent lundi » ou « annule lundi ». Pour la classe, prévenez aussi l’école.
topic-bill = 🧾 Dans /factures, touchez la ligne qui vous étonne : elle dit pourquoi elle est là, et votre question part à la mairie. Vous avez { $days } jours après l’émission.
topic-payment = 💶 Le Trésor public vous envoie l’avis à payer ; le paiement en ligne se fait ensuite sur www.payfip.gouv.fr, avec la référence que donne /factures. Pour un autre moyen, un délai ou une difficulté, voyez avec { $mairie }.
topic-allergy = 🍽 Les allergies et les PAI se disent à { $mairie }, jamais ici : rien de ce qui touche à la santé n’est gardé dans cette conversation.
topic-diet = 🍽 Le régime d’un enfant et le panier repas se demandent à { $mairie }, une fois pour toutes : je ne commande pas un menu au jour le jour. Les plats de la semaine sont dans /menu.
topic-moving = 📦 Déménagement, départ de l’école, nouvelle adresse ou nouveau numéro : dites-le à { $mairie }, qui tient votre fiche. Ce qui est réservé le reste ; pour y renoncer, écrivez par exemple « annule à partir du 15 décembre ».
topic-teacher = 🏫 Les absences des enseignants sont l’affaire de l’école. La cantine reste réservée comme avant ; si votre enfant ne vient pas, écrivez par exemple « annule jeudi ».
topic-strike = 📣 En cas de grève ou de fermeture, la mairie décide si la cantine ouvre et je vous l’annonce ici. Rien n’a été changé ; pour renoncer à un jour, écrivez par exemple « annule jeudi ».
topic-trip = 🎒 Les sorties et leur pique-nique sont organisés par l’école. Rien n’a été changé : si votre enfant ne mange pas à la cantine ce jour-là, écrivez par exemple « annule jeudi ».
topic-lost-item = 🧣 Pour un objet perdu ou oublié, demandez à l’agent de la garderie, à l’école ou à { $mairie }.
topic-complaint = 📝 Je le regrette. Je ne peux pas transmettre votre remarque : dites-la à { $mairie }, qui suit les repas avec le traiteur.
topic-praise = 😊 Cela fait plaisir à lire ! La mairie aussi sera contente de l’entendre{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
topic-illness = 🩺 Certificats et médicaments sont à voir avec l’école et { $mairie }, pas ici : rien de ce qui touche à la santé n’est gardé. Si votre enfant ne mange pas à la cantine, écrivez-moi par exemple « { $child } absent demain ».
topic-human = ☎️ Pour parler à quelqu’un, adressez-vous à { $mairie }. Pour les réservations, je réponds ici à toute heure.
topic-needless = 👌 La garderie n’a pas besoin d’être réservée : l’agent note qui est là. L’annoncer l’aide seulement à préparer la séance.
topic-robot = 🤖 Oui, je suis un programme : Clochette, pour la cantine et la garderie de { $commune }. Pour parler à une personne : { $mairie }.
topic-insult = 😕 Je suis désolée de ne pas vous aider mieux. Une personne vous écoutera : { $mairie }. Ce que je sais faire est dans /aide.
topic-trouble = 🤔 Désolée ! Écrivez-moi simplement, par exemple « réserver cantine jeudi pour { $child } » ou « annule vendredi », ou touchez les jours dans /calendrier. Si cela ne va toujours pas : { $mairie }.
topic-school = 🏫 Cela regarde l’école : je ne m’occupe que de la cantine et de la garderie. Rien n’a été changé.
topic-appointment = 🗓 Je ne garde pas les rendez-vous, et rien n’a été changé. Si votre enfant ne mange pas à la cantine ce jour-là, écrivez par exemple « annule lundi ».
topic-elsewhere = 🙂 Je ne m’occupe que de la cantine et de la garderie. Pour le reste, voyez avec { $mairie }.
topic-some-child = mon enfant
topic-thanks = 🙂
topic-farewell = 👋

topic-prices = 💶 { $lines }
    Le détail de ce que vous payez est dans /factures.
topic-prices-unknown = 💶 Je ne connais pas encore les tarifs : demandez-les à { $mairie }.
topic-price = { $service } : { $alone ->
    [yes] { $least }
   *[no] de { $least } à { $most }
} { $unit ->
    [repas] le repas
    [seance] la séance
   *[demi_heure] la demi-heure commencée
}{ $alone ->
    [yes] {""}
   *[no] , selon le quotient familial
}{ $outside ->
    [none] {""}
   *[some] {" "}(hors commune : { $outside })
}
topic-price-absence = Un repas annulé à temps n’est pas facturé ; une absence signalée après la limite l’est { $percent ->
    [0] pas non plus
    [100] en entier
   *[other] à { $percent } %
}.

topic-hours-canteen = La cantine a lieu le midi, { $days } ; l’heure du service dépend de l’école.

topic-holidays = 🏖 { $lines }
    Ni cantine ni garderie ces jours-là.
topic-holidays-line = { $name } : du { $first } au { $last }{ $back ->
    [none] {""}
   *[some] , reprise le { $back }
}
topic-holiday-day = { $name } : { $first }{ $back ->
    [none] {""}
   *[some] , reprise le { $back }
}
topic-year-end = 🏫 Le dernier jour d’école est le { $last }{ $back ->
    [none] , et la rentrée suivante n’est pas encore publiée
   *[some] , et la rentrée suivante le { $back }
}.
topic-year-begins = 🏫 La rentrée est le { $first }.
topic-holidays-unknown = 🏖 Ces dates ne sont pas encore publiées.
topic-public-holidays = 🗓 Prochains jours fériés : { $days }. Ni cantine ni garderie ces jours-là.
topic-public-holiday = { $day } ({ $name })
topic-bridge = { $name } : pas d’école le { $first }.
