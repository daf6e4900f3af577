# Files from people, temporary codes, the database as a file: why not, and what to do (models/refusals.py).

file-unreadable = { $path } : { $problem ->
    [missing] je ne trouve pas ce fichier.
    [directory] c’est un dossier, pas un fichier.
    [denied] je n’ai pas le droit d’y accéder.
   *[other] ce fichier ne peut être ni lu ni écrit.
}
file-too-large = Ce fichier dépasse { $limit } Mo : il n’a pas été lu.
unzips-too-large = Ce classeur dépasserait { $limit } Mo une fois décompressé : il n’a pas été lu.
not-a-spreadsheet = Ce n’est pas un tableau que je sache lire. Enregistrez-le en XLSX, ou en CSV (séparateur point-virgule), puis recommencez.
broken-quotes = Ligne { $row } : un guillemet ouvert n’est pas refermé, ou un guillemet est de trop.
no-rows = Ce fichier n’a aucune ligne sous ses en-têtes.
too-many-rows = Ce fichier a plus de { $limit } lignes : partagez-le.
missing-headings = Il manque ces colonnes : { $headings }. En-têtes lus : { $found }.
unknown-headings = Je ne connais pas ces colonnes : { $headings }. Colonnes possibles : { $known }.
unknown-subject = Je ne reconnais pas ce tableau. En-têtes lus : { $found }. Je sais lire :
    • des menus : { $menus }
    • des références et des paiements : { $payments }
    • des tarifs : { $tariffs }
duplicate-headings = Ces colonnes sont là plusieurs fois : { $headings }.
column-without-heading = Ligne { $row } : la colonne { $column } est remplie, mais n’a pas d’en-tête (un séparateur de trop ?).
formula-cell = Ligne { $row }, colonne { $column } : une formule. Remplacez-la par sa valeur (copier, puis « collage spécial », « valeurs »).

empty-cell = Ligne { $row }, colonne { $column } : cette case doit être remplie.
cell-too-long = Ligne { $row }, colonne { $column } : plus de { $limit } caractères.
not-a-date = Ligne { $row }, colonne { $column } : « { $value } » n’est pas une date. Écrivez-la JJ/MM/AAAA.
unlikely-birth = Ligne { $row }, colonne { $column } : { $value }, ce n’est pas la naissance d’un élève. L’année est-elle juste ?
not-an-email = Ligne { $row }, colonne { $column } : « { $value } » n’est pas une adresse électronique.
not-a-phone = Ligne { $row }, colonne { $column } : « { $value } » n’est pas un numéro de téléphone (dix chiffres, ou + et l’indicatif du pays).
not-an-integer = Ligne { $row }, colonne { $column } : « { $value } » n’est pas un nombre entier.
not-a-choice = Ligne { $row }, colonne { $column } : « { $value } » n’est pas possible ici. Valeurs admises : { $choices }.
contradiction = Ligne { $row }, colonne { $column } : « { $value } », mais la ligne { $other_row } dit « { $other } ».
ambiguous-child = Ligne { $row } : ce foyer a deux enfants nommés { $child }. Donnez la date de naissance.
bad-rows = { $count ->
    [one] Une erreur dans ce fichier : rien n’a été importé.
   *[other] { $count } erreurs dans ce fichier : rien n’a été importé.
}

# One sentence for the three: a stranger must not learn which codes exist.
unknown-code = Ce code ne marche pas (ou plus). Vérifiez-le, lettre par lettre ; sinon demandez-en un autre à la mairie.
expired-code = { unknown-code }
used-code = { unknown-code }

file-exists = { $path } existe déjà, et je n’écrase rien. Choisissez un autre nom.
no-database = { $path ->
    [none] Il n’y a pas encore de base de données. « clochette init » en crée une.
   *[some] { $path } : il n’y a pas encore de base de données. « clochette init » en crée une.
}
not-a-backup = { $path } : { $problem ->
    [damaged] ce fichier est abîmé, ou n’est pas une base de données.
    [newer] cette sauvegarde vient d’une version plus récente de Clochette. Mettez d’abord Clochette à jour.
   *[foreign] ce n’est pas une base de Clochette.
} Rien n’a été changé.
database-in-use = { $path } est en service. Arrêtez Clochette, puis recommencez ; rien n’a été changé.
use-pg-dump = La base est dans PostgreSQL : { $tool ->
    [pg_dump] sauvegardez-la avec pg_dump.
   *[pg_restore] remettez-la en place avec pg_restore.
}
database-trouble = La base de données ne répond pas ({ $problem }).

no-mail-server = CLOCHETTE_SMTP_URL manque : sans serveur de courrier, rien ne peut être envoyé. Exemple : smtp://nom:motdepasse@smtp.exemple.fr:587
mail-not-sent = Le courrier n’est pas parti ({ $problem }). { $sent ->
    [0] Aucune invitation n’a été envoyée.
    [one] Une invitation était déjà partie ; relancez la commande pour les autres.
   *[other] { $sent } invitations étaient déjà parties ; relancez la commande pour les autres.
}
bad-line = Ligne { $row } de l’entrée : je ne peux pas la lire. Chaque ligne doit être un objet JSON avec now, text et children.
