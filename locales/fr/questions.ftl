# Asking back: one sentence a question, and what was assumed while reading.

ask-which-day = 🤔 Quel jour voulez-vous dire ?
ask-which-period = 🤔 Quelle période voulez-vous dire ?
ask-which-service = 🤔 La garderie du matin, celle du soir, ou les deux ?
ask-which-child = 🤔 Pour quel enfant ?{ $name ->
    [none] {""}
   *[some] {" "}Je ne connais pas « { $name } » dans votre foyer.
}
ask-which-days = 🤔 { $intent ->
    [cancel] Quels jours faut-il annuler
   *[other] Pour quels jours
} ? Choisissez ci-dessous, ou écrivez par exemple « jeudi et vendredi » ou « du 3 au 14 décembre » derrière « réserver cantine » ou « annuler ».
ask-either-or = 🤔 L’un ou l’autre : lequel ?
ask-what-to-do = 🤔 Que voulez-vous faire ?
ask-nothing-excepted = 🤔 L’exception que vous dites ne tombe sur aucun de ces jours. Que faut-il faire ?
ask-far-date = 🤔 Cette date est loin. Est-ce bien celle que vous voulez dire ?
ask-no-context = 🤔 Je n’ai pas compris ce que vous voulez continuer : dites-moi tout en une phrase, par exemple « réserver cantine jeudi pour Léa ».
ask-add-or-replace = 🤔 En plus de ce que vous avez demandé juste avant, ou à la place ?
ask-old-context = 🤔 C’est la suite d’un message d’il y a plus d’une demi-heure. Est-ce bien cela ?
ask-undo = 🤔 { $standing ->
    [none] Faut-il annuler ce que vous avez demandé juste avant ?
   *[some] { $standing }
}
ask-too-long = 🤔 Votre message est très long : dites-moi l’essentiel en une phrase, par exemple « réserver cantine jeudi ».

ask-example = Dites-moi par exemple « réserver cantine jeudi pour { $child } ».
choices-shared = { $words }…
choice-besides = en plus
choice-instead = à la place
choice-undo = oui, l’annuler
choice-see = voir ce qui est réservé
choice-both-sessions = matin et soir
choice-morning = matin
choice-evening = soir

note-already-begun = ℹ️ La période a déjà commencé : je compte à partir de demain.
note-until-year-end = ℹ️ Sans date de fin, je compte jusqu’à la fin de l’année scolaire, le { $last }.
note-exception-unused = ℹ️ L’exception que vous dites ne tombe sur aucun de ces jours.
quoted = « { $words } »
not-read = ❔ Je n’ai rien fait de { $words } : dites-le moi autrement si cela compte.
ask-not-sure = 🤔 Je ne suis pas sûre d’avoir tout compris : je ne sais que faire de « { $words } ». Est-ce bien cela que vous voulez ?
note-only-that-day = ℹ️ Je ne compte que ce jour-là, le { $day }.
