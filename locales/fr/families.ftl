# Importing families: the difference, as the mairie reads it.

families-added = Ajoutés : { $what }.
families-changed = Modifiés : { $what }.
families-unchanged = Inchangés : { $what }.
families-absent = Absents du fichier, gardés : { $what }.
families-none = aucun
families-count-household = { $count ->
    [one] { $count } foyer
   *[other] { $count } foyers
}
families-count-guardian = { $count ->
    [one] { $count } responsable
   *[other] { $count } responsables
}
families-count-child = { $count ->
    [one] { $count } enfant
   *[other] { $count } enfants
}
families-count-residence = { $count ->
    [one] { $count } rattachement d’un enfant à un foyer
   *[other] { $count } rattachements d’enfants à un foyer
}
families-name-household = foyer { $foyer }
families-name-guardian = { $name } (responsable, foyer { $foyer })
families-name-child = { $name } (enfant, foyer { $foyer })
families-name-residence = { $name } (enfant) dans le foyer { $foyer }
families-field = { $column } « { $before } » → « { $after } »
families-line = { $who } : { $fields }
families-yes = oui
families-no = non
families-imported = C’est fait.
families-same = Rien de nouveau : rien n’a été changé.
families-dry-run = Essai seulement : rien n’a été écrit.

invitation-subject = { $commune } : votre code pour la cantine et la garderie
invitation-body = Bonjour { $name },

    La commune de { $commune } vous ouvre Clochette, qui réserve la cantine et la garderie depuis Telegram.

    Votre identifiant : { $email }
    Votre code temporaire : { $code }
    { $link ->
        [none] Dans Telegram, écrivez /start suivi de ce code au robot de la commune.
       *[some] Ouvrez ce lien sur le téléphone où vous avez Telegram : { $link }
    }

    Ce code sert une seule fois, dans les 14 jours. Ensuite, votre compte Telegram est la clé.
    { $contact ->
        [none] Une question ? La mairie vous répond.
       *[some] Une question ? La mairie vous répond : { $contact }
    }
