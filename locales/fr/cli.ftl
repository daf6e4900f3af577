# The command line.

cli-usage-missing = Il manque { $what }.
cli-usage-option = L’option { $what } n’existe pas.
cli-usage-value = { $what } : { $why }
cli-usage-other = Je ne connais pas cette façon d’écrire la commande.
cli-usage-hint = Aide : { $command } --help
cli-not-a-day = « { $value } » n’est pas une date (AAAA-MM-JJ).
cli-not-a-year = « { $value } » n’est pas une année (AAAA).
cli-not-an-instant = « { $value } » n’est pas un instant (AAAA-MM-JJTHH:MM).
cli-not-a-choice = « { $value } » n’est pas possible. Choix : { $choices }.
cli-backward = la fin ({ $last }) vient avant le début ({ $first }).
cli-empty-name = il faut un nom.
cli-no-text = écrivez une phrase, ou --jsonl.
cli-interrupted = Interrompu.

cli-init-done = { $config } est écrit et la base de données est prête. Relisez ce fichier, puis « clochette check ».
cli-migrated = La base de données est à jour.
cli-already-current = La base de données était déjà à jour.
cli-backup-done = Sauvegarde écrite : { $path }
cli-restore-done = La sauvegarde { $path } est remise en place.
cli-restore-aside = L’ancienne base est gardée : { $path }

cli-invite-none = Personne à inviter : chaque responsable est déjà inscrit, ou a déjà un code. « --all » renouvelle les codes non utilisés.
cli-invite-sent = { $count ->
    [0] Aucune invitation envoyée.
    [one] Une invitation envoyée.
   *[other] { $count } invitations envoyées.
}
cli-invite-by-hand = { $count ->
    [one] Un responsable n’a pas d’adresse électronique : son code est ci-dessus, à donner sur papier.
   *[other] { $count } responsables n’ont pas d’adresse électronique : leurs codes sont ci-dessus, à donner sur papier.
}
cli-no-link = Le nom du robot n’est pas connu (ni CLOCHETTE_TOKEN valable, ni CLOCHETTE_BOT_USERNAME) : pas de lien.
cli-staff-code = À donner à { $name }, qui l’écrit au robot après /start ; il sert une fois, dans les 14 jours.

cli-check-ok = ✓ { $what }
cli-check-bad = ✗ { $what } : { $why }
cli-check-skipped = – { $what } : pas vérifié
cli-check-settings = réglages
cli-check-commune = règles de la commune
cli-check-database = base de données
cli-check-migrations = schéma de la base
cli-check-integrity = intégrité de la base
cli-check-token = jeton de Telegram
cli-check-token-as = jeton de Telegram, @{ $username }
cli-check-commune-as = règles de la commune, { $path }
cli-no-token = CLOCHETTE_TOKEN manque (@BotFather en donne un).
cli-token-refused = Telegram refuse CLOCHETTE_TOKEN.
cli-telegram-unreachable = Telegram ne répond pas ({ $problem }).
cli-not-migrated = pas à jour ; « clochette migrate » s’en charge.
cli-faults = { $what }. Remettez une sauvegarde : « clochette restore ».

cli-day-closed = { $day } : fermé. { $count ->
    [0] Rien n’y était réservé.
    [one] Une réservation est annulée, la famille est prévenue.
   *[other] { $count } réservations sont annulées, les familles sont prévenues.
}
cli-day-opened = { $day } : ouvert.
cli-no-orders = { $day } : pas de commande ce jour-là.

# parse --explain

explain-days = « { $words } » : jours, { $when }
explain-excepted = « { $words } » : jours ôtés, { $when }
explain-services = « { $words } » : service, { $services }
explain-services-off = « { $words } » : service refusé, { $services }
explain-services-kept = « { $words } » : service ôté, { $services }
explain-people = « { $words } » : { $unknown ->
    [none] { $names ->
        [none] enfants du foyer
       *[some] enfant, { $names }
    }
   *[some] prénom inconnu
}
explain-people-off = « { $words } » : enfant ôté, { $names }
explain-verb = « { $words } » : { $intent ->
    [book] réserver
    [cancel] annuler
   *[planning] voir ce qui est réservé
}
explain-done = « { $words } » : c’est déjà fait, on demande à voir
explain-hint = « { $words } » : dit ce qui est demandé
explain-mark = « { $words } » : suite de la phrase d’avant
explain-usual = « { $words } » : la semaine type
explain-hour = « { $words } » : une heure, pas un jour
explain-swap = « { $words } » : un échange
explain-instead = « { $words } » : un échange
explain-or = « { $words } » : un choix, à demander
explain-but = « { $words } » : le contraire de ce qui précède
explain-no = « { $words } » : un refus
explain-doubt = « { $words } » : peut changer le sens, à demander
explain-other = « { $words } » : quelqu’un ou quelque chose d’autre
explain-pronoun = « { $words } » : de qui l’on parle
explain-mood = « { $words } » : dit que ce n’est pas un ordre
explain-reason = « { $words } » : une raison, à partir d’ici
explain-correction = « { $words } » : ce qui suit corrige
explain-unknown = « { $words } » : non compris
explain-proper = « { $words } » : non compris
explain-passed-over = « { $words } » : sans effet
explain-no-days = aucun
explain-many = { $count } fois, du { $first } au { $last }
explain-span = { $first ->
    [none] jusqu’au { $last }
   *[some] { $last ->
        [none] à partir du { $first }
       *[some] du { $first } au { $last }
    }
}

# --help

help-clochette = Clochette, le robot Telegram de la cantine et de la garderie.
help-init = Écrit un commune.toml commenté et une base de données vide.
help-init-directory = où les écrire (ici, par défaut)
help-run = Le robot. S’arrête proprement sur SIGTERM.
help-demo = Une commune imaginaire et un Telegram local : ni jeton, ni réseau.
help-parse = Dit en JSON comment une phrase est comprise.
help-parse-text = la phrase
help-parse-now = l’instant où elle est écrite (maintenant, par défaut)
help-parse-child = le prénom d’un enfant du foyer (autant de fois qu’il le faut)
help-parse-jsonl = lit des lignes {"{"}now, text, children{"}"} sur l’entrée, écrit un JSON par ligne
help-parse-explain = dit aussi quels mots sont devenus quoi, un par ligne
help-deadline = Jusqu’à quand la cantine d’un jour peut être réservée ou annulée.
help-deadline-day = le jour de cantine, AAAA-MM-JJ
help-deadline-policy = working, literal ou school ; celle de commune.toml par défaut
help-import = Importe le fichier des familles (CSV ou XLSX) : tout, ou rien.
help-import-file = le fichier
help-import-dry_run = montre ce qui changerait, sans rien écrire
help-invite = Donne un code temporaire aux responsables qui n’en ont pas, en CSV.
help-invite-everyone = renouvelle aussi les codes donnés et non utilisés
help-invite-email = les envoie par courrier électronique
help-staff = Le personnel de la commune.
help-add = Ajoute un agent ou une secrétaire, et donne son code.
help-add-role = agent ou mairie
help-add-name = prénom et nom
help-day = Le calendrier de la mairie : fermer un jour, en ouvrir un, n’y pas prendre de commande.
help-close = Ferme un jour : ce qui est réservé est annulé, et les familles sont prévenues.
help-close-day = le jour, AAAA-MM-JJ
help-close-reason = ce qu’on en dit aux familles
help-open = Ouvre un jour de rattrapage.
help-open-day = le jour, AAAA-MM-JJ
help-open-reason = ce qu’on en dit
help-no-orders = Ne prend pas de commande un jour donné : les limites qui y tombent reculent.
help-no-orders-day = le jour, AAAA-MM-JJ
help-no-orders-reason = ce qu’on en dit
help-no-orders-instead = l’instant limite à la place, quand celui de la règle est déjà passé
help-tariffs = Importe les tarifs d’un tableur (CSV ou XLSX) : tous, ou aucun.
help-tariffs-file = le fichier
help-tariffs-dry_run = montre ce qui changerait, sans rien écrire
help-invoice = Le brouillon des factures d’un mois, ou leur émission ; une ligne par foyer.
help-invoice-months = le mois, AAAA-MM (autant de fois qu’il le faut)
help-invoice-issue = émet : numérotées sans trou, elles ne changent plus
help-invoice-detail = montre chaque ligne et sa raison
help-paper = Imprime une facture ou un avoir : un PDF sur la sortie standard.
help-paper-number = son numéro, par exemple 2027-0001
help-certificates = Imprime les attestations fiscales d’une année : un PDF par enfant, dans un dossier.
help-certificates-year = l’année des paiements, par exemple 2026
help-certificates-folder = le dossier où les écrire
cli-certificates-done = { $count ->
    [0] { $year } : aucune attestation, rien n’a été payé pour la garderie d’un enfant de moins de 6 ans.
    [one] { $year } : une attestation.
   *[other] { $year } : { $count } attestations.
}
help-correct = Corrige une facture : un avoir, et une nouvelle facture avec ce qui est connu aujourd’hui.
help-correct-number = son numéro, par exemple 2027-0001
help-correct-reason = pourquoi
help-payments = Note les références et les paiements du Trésor public, d’un fichier (CSV ou XLSX).
help-payments-file = le fichier
help-export = Écrit un tableau sur la sortie.
help-export-what = reservations, effectifs, pointages, journal, factures, titres ou attestations
help-export-first = premier jour, AAAA-MM-JJ
help-export-last = dernier jour, AAAA-MM-JJ
help-export-form = csv ou xlsx
help-backup = Copie la base, même pendant que le robot travaille.
help-backup-file = où l’écrire
help-restore = Remet une sauvegarde à la place de la base, robot arrêté.
help-restore-file = la sauvegarde
help-check = Vérifie réglages, règles, base de données et jeton.
help-migrate = Met la base au schéma le plus récent.
help-help = montre cette aide
