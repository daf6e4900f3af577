# Why not, one sentence a refusal (models/refusals.py): TooLate speaks as too-late.

bad-setting = { $where }{ $key ->
    [none] {""}
   *[some] , { $key }
} : { $problem ->
    [missing] cette clé est obligatoire et manque.
    [extra_forbidden] cette clé n’existe pas.
    [unreadable] fichier introuvable ou illisible.
    [toml] ce n’est pas du TOML valable ({ $detail }).
   *[value] cette valeur est refusée{ $detail ->
        [none] .
       *[some]  ; attendu : { $detail }.
    }
}

unpublished = { $day } : calendrier non publié. Le ministère n’a pas encore donné les dates de cette année scolaire ; réessayez quand elles seront parues.
past-day = { $day } : c’est déjà passé.
no-school = { $day } : pas d’école ce jour-là.
public-holiday = { $day } : jour férié ({ $holiday }).
school-holiday = { $day } : { $holiday }.
holiday-toussaint = vacances de la Toussaint
holiday-noel = vacances de Noël
holiday-hiver = vacances d’hiver
holiday-printemps = vacances de printemps
holiday-ete = grandes vacances
holiday-ascension = pont de l’Ascension
closed = { $day } : fermé par la mairie ({ $reason }).

too-late = { $day } : trop tard, c’était jusqu’au { $deadline }.
order-left = { $day } : la commande est déjà partie (la limite était le { $deadline }).
session-started = { $day } : la { $service } a déjà commencé ({ $started }).
not-open-yet = { $day } : les réservations n’ouvrent que le { $opens }.
before-first-day = { $day } : le premier jour réservable est le { $first_day }.
not-your-week = { $day } : { $child } est dans son autre foyer cette semaine-là, qui seul peut réserver.
reminder-too-late = Un rappel à { $hour } ne servirait à rien : la limite est à { $deadline }. Choisissez une heure plus tôt, ou la veille (« /rappels la veille à 19 h »).
delay-out-of-range = Le dernier rappel vient entre { $least } minutes et { $most ->
    [720] 12 heures
   *[other] { $most } minutes
} avant la limite.
no-day-left = Il faut garder au moins un jour où je puisse vous écrire. Pour ne plus rien recevoir, coupez plutôt chaque sorte de rappel.
deadline-already-past = La limite de la cantine du { $day } tomberait le { $deadline }, qui est déjà passé : donnez-en une autre.
