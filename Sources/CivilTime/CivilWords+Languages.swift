extension CivilWords {
    /// The words of a language; nil for one whose words are not known.
    static func words(of language: String) -> CivilWords? {
        switch language {
        case "de": german
        case "en": english
        case "es": spanish
        case "fr": french
        default: nil
        }
    }

    /// English is accepted in every language.
    static let english = CivilWords(
        """
        today
        yesterday
        tomorrow
        day before yesterday
        day after tomorrow
        last
        next
        ago
        in
        minute|minutes|min
        hour|hours|h
        day|days
        week|weeks
        month|months
        year|years
        monday|mon
        tuesday|tue|tues
        wednesday|wed
        thursday|thu|thurs
        friday|fri
        saturday|sat
        sunday|sun
        january|jan
        february|feb
        march|mar
        april|apr
        may
        june|jun
        july|jul
        august|aug
        september|sep|sept
        october|oct
        november|nov
        december|dec
        am|a.m
        pm|p.m
        o'clock
        at|the|of|on
        """
    )

    private static let german = CivilWords(
        """
        heute
        gestern
        morgen
        vorgestern
        übermorgen|uebermorgen
        letzten|letzter|letzte|letztes|vergangenen|vergangener|vorigen|voriger
        nächsten|nächster|nächste|nächstes|naechsten|naechster|naechste|kommenden|kommender
        vor
        in
        Minute|Minuten|Min
        Stunde|Stunden|Std
        Tag|Tage|Tagen
        Woche|Wochen
        Monat|Monate|Monaten
        Jahr|Jahre|Jahren
        Montag
        Dienstag
        Mittwoch
        Donnerstag
        Freitag
        Samstag|Sonnabend
        Sonntag
        Januar|Jänner|Jan
        Februar|Feber|Feb
        März|Maerz|Mrz
        April|Apr
        Mai
        Juni|Jun
        Juli|Jul
        August|Aug
        September|Sept|Sep
        Oktober|Okt
        November|Nov
        Dezember|Dez


        Uhr|h
        am|um|den|der|dem|im|zum|bis
        """
    )

    private static let french = CivilWords(
        """
        aujourd'hui|ce jour
        hier
        demain
        avant-hier
        après-demain
        dernier|dernière|passé
        prochain|prochaine
        il y a
        dans|d'ici
        minute|minutes|min
        heure|heures
        jour|jours
        semaine|semaines
        mois
        an|ans|année|années
        lundi
        mardi
        mercredi
        jeudi
        vendredi
        samedi
        dimanche
        janvier|janv
        février|févr|fév
        mars
        avril|avr
        mai
        juin
        juillet|juil
        août
        septembre|sept
        octobre|oct
        novembre|nov
        décembre|déc


        h
        à|le|la|de|au
        """
    )

    private static let spanish = CivilWords(
        """
        hoy
        ayer
        mañana
        anteayer|antes de ayer|antier
        pasado mañana
        pasado|pasada|último|última
        próximo|próxima|que viene
        hace
        en|dentro de
        minuto|minutos|min
        hora|horas
        día|días
        semana|semanas
        mes|meses
        año|años
        lunes
        martes
        miércoles
        jueves
        viernes
        sábado
        domingo
        enero|ene
        febrero|feb
        marzo|mar
        abril|abr
        mayo|may
        junio|jun
        julio|jul
        agosto|ago
        septiembre|setiembre|sept|set
        octubre|oct
        noviembre|nov
        diciembre|dic
        a.m|a. m
        p.m|p. m
        h
        a|las|la|el|los|de|del
        """
    )
}
