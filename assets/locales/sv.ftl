## Fönstret

window-open-title = Öppna en arbetsfil
window-open-filter = Missiv-filer

window-skip = Till innehållet
window-navigation = Gruppen och dokumenten
window-documents = Dokument
window-open = Öppna …
window-menu = Visa dokument och vyer
window-close-notice = Stäng meddelandet
window-try-again = Försök igen

window-start-heading = Öppna gruppens arbetsfil
window-start-text = I filen ligger gruppens planer, rapporter och missiv för alla år. Filens namn slutar på .missiv. Filen stannar på den här datorn.
window-start-none = Har du ingen fil än? Be den som var ordförande före dig, eller den som skriver åt gruppen, om den.
window-opening = Öppnar filen …

window-no-documents = Filen har inga dokument än
window-no-documents-text = Börja på årets första dokument under Året.

window-state-draft = Utkast
window-state-changed = Utkast, ändrat efter utgåva { $edition }
window-state-remitted = Återremitterad
window-state-submitted = Förslag
window-state-sent = { $state }, skickat { $day }
window-state-issued = Färdig
window-state-adopted = Fastställd
window-blocking =
    { $count ->
        [one] 1 sak hindrar inlämning
       *[other] { $count } saker hindrar inlämning
    }
window-warnings =
    { $count ->
        [one] 1 sak bör ses över
       *[other] { $count } saker bör ses över
    }
window-faultless = Inget att se över

window-pages = Sidorna som de skrivs ut
window-pages-hint = Sidorna är bilder. Välj Läs som text för att få innehållet uppläst.
window-page-of = Sida { $page } av { $count }
window-previous-page = Föregående sida
window-next-page = Nästa sida
window-read-as-text = Läs som text
window-setting-pages = Sidorna görs i ordning …
window-text = Dokumentet som text
window-reading-text = Texten hämtas …
window-wide-table = Tabell att bläddra i sidled

window-cancel = Avbryt
window-close = Stäng
window-yes = Ja
window-no = Nej
window-nobody = Inget valt
window-save = Spara nu
window-saved = Sparat { $at }
window-saving = Sparar …
window-unsaved-of = Inte sparat: { $title }
window-unsaved = Inte sparat
window-undo = Ångra
window-undo-named = Ångra: { $action }
window-undone = Ångrade: { $action }
window-undo-none = Det finns inget mer att ångra.
window-undone-field = { $field } i { $part }
window-undone-part = { $action } ({ $part })
window-redo = Gör om
window-redo-named = Gör om: { $action }
window-redone = Gjorde om: { $action }
window-page = Visa sidan
window-paper = Dokumentet som det skrivs ut
window-zoom-in = Zooma in
window-zoom-out = Zooma ut
window-zoom-at = { $percent } %

window-parts = Dokumentets delar
window-computed = Räknas fram
window-to-list = Till listan
window-computed-text = Den här delen räknas fram av programmet. Den ändras när uppgifterna den bygger på ändras.
window-filled = Ifyllt
window-count-of = { $filled } av { $required }
window-marked-done = Klarmarkerad
window-mark-done = Klarmarkera
window-mark-done-of = Klarmarkera { $part }
window-unmark-done = Ta bort klarmarkeringen
window-missing = Saknas och hindrar inlämning
window-missing-count = { $count } saknas
window-mend-count = { $count } måste rättas
window-restored = Återställde: { $place }
window-derived = Hämtat från det dokument som det här bygger på. Skriv över om något annat gäller.
window-derived-profile = Kommer från er organisations profil. Skriv över om något annat gäller för gruppen.
window-disputed = Två personer har skrivit olika här. Välj under Konflikter. Ändrar du här gäller din ändring.
window-settled = Nu gäller det du skrev här. Det som den andra skrev finns i Historik. Ångra med Ctrl+Z.
window-about-document = Om det här dokumentet
window-from-source = Ur planen
window-gone-hint = Raden finns kvar för det som är skrivet. Ta bort den om den inte behövs.
window-copy-part = Kopiera
window-copied = Kopierat. Klistra in i Word eller Outlook.
window-before = Föregående:
window-after = Nästa:
window-before-none = Föregående del
window-after-none = Nästa del

window-add-kind = Lägg till { $kind }
window-untitled =
    { $concept ->
        [person] { $kind }, ännu utan namn
       *[other] { $kind }, ännu utan rubrik
    }
window-none-of-kind = Inget är tillagt än.
window-none-followed = Raderna här hämtas ur det dokument som följs upp, till exempel planen. Där finns inget att ta med än. Börja på det, så kommer raderna hit.
window-children-of = { $kind } under { $object }
window-open-object = Öppna
window-open-named = Öppna { $object }
window-of = { $label }, { $object }
window-back-to = Tillbaka till { $object }
window-move-up = Flytta upp (Alt+uppil i listan)
window-move-down = Flytta ned (Alt+nedpil i listan)
window-step-up = Flytta upp i listan
window-step-down = Flytta ned i listan
window-indent = Gör en punkt i texten till underpunkt
window-outdent = Flytta ut en underpunkt i texten
window-move = Flytta
window-move-to = Flytta till en annan plats
window-move-heading = Flytta { $object } till
window-duplicate = Gör en kopia
window-note = Anteckning i marginalen, skrivs aldrig ut
window-has-note = har en anteckning i marginalen
window-remove = Ta bort
window-remove-object = Ta bort { $object }
window-removed-object = Tog bort { $object }. Ångra med { $keys }.
window-paste-kind = Klistra in { $kind } under { $object } ur en tabell i Word eller Excel
window-paste-heading = Klistra in { $kind } ur en tabell
window-paste-help = Kopiera raderna i Word eller Excel och klistra in dem här. Första kolumnen blir rubriken. Har tabellen en rubrikrad med fältens namn ({ $labels } …) hamnar varje kolumn i sitt fält.
window-paste-label = Tabellen
window-paste-do = Lägg till raderna

window-add-line = Lägg till en rad
window-another-name = Någon annan
window-line-of = { $label }, rad { $number }
window-move-line-up = Flytta upp rad { $number }
window-move-line-down = Flytta ned rad { $number }
window-remove-line = Ta bort rad { $number }
window-add-row = Lägg till en rad
window-add-row-to = Lägg till en rad: { $label }
window-add-kind-to = Lägg till { $kind } under { $object }
window-row = Rad { $row }
window-cell = { $column }, rad { $row }
window-remove-row = Ta bort rad { $row }
window-item-title = Titel
window-item-date = Datum
window-item-number = Diarienummer eller utgåva
window-item-alt = Vad bilden visar, till exempel vems logotypen är
window-item-decorative = Utan text hoppar en skärmläsare över bilden, som om den bara var till prydnad.
window-add-picture = Lägg till en bild …
window-picture-missing = Bilden finns inte i filen.
window-attach = Bifoga en PDF …
window-attach-title = Välj en PDF att bifoga
window-attach-without = Lägg till en bilaga utan fil
window-attachment-title = Titel på bilaga { $number }
window-attachment-of = till bilaga { $number }
window-attachment-none = Ingen fil är bifogad.
window-attachment-attach = Bifoga filen …
window-attachment-replace = Byt fil …
window-attachment-pages =
    { $count ->
        [one] 1 sida
       *[other] { $count } sidor
    }

window-decision-mode = Så formuleras beslutet
window-decision-body = Vem som beslutar
window-decision-points = Punkter
window-point = Punkt { $number }
window-add-point = Ny punkt
window-move-point-up = Flytta upp punkt { $number }
window-move-point-down = Flytta ned punkt { $number }
window-remove-point = Ta bort punkt { $number }
window-phrases = Fraser att börja från

window-text-form = Textens form
window-paste-too-long = Texten är för lång för att komma in på en gång. Klistra in en del i taget.
window-keys-bold = Fet text
window-keys-italic = Kursiv text
window-keys-tools = Till textens verktyg
window-bold = Fet (Ctrl+B)
window-italic = Kursiv (Ctrl+I)
window-subheading = Underrubrik
window-bullets = Punktlista
window-numbers = Numrerad lista
window-link = Länk (Ctrl+Skift+K)
window-link-form = Länk
window-link-words = Ord som visas
window-link-address = Adress
window-link-set = Gör till länk
window-link-remove = Ta bort länken
window-link-wrong = Skriv en adress, till exempel www.example.org eller namn@example.org.
window-table = Tabell

window-draft-mark = UTKAST
window-merge-title = Välj kollegans kopia
window-export-title = Spara PDF
window-export-filter = PDF-filer
window-picture-title = Välj en bild
window-picture-filter = Bilder

window-new = Ny arbetsfil …
window-new-heading = Ny arbetsfil för gruppen
window-new-profile = Vems mallar använder ni?
window-new-profile-choose = Välj organisation
window-new-name = Gruppens namn
window-new-name-help = Så som det står i gruppens handlingar.
window-new-area = Område
window-new-year = År att börja med
window-new-me = Vem är du?
window-new-me-name = Namn eller initialer
window-new-me-office = Roll i gruppen
window-new-me-organisation = Organisation
window-new-needs =
    { $missing ->
        [profile] Välj först vems mallar ni använder.
        [name] Skriv gruppens namn först.
       *[both] Välj först vems mallar ni använder, och skriv gruppens namn.
    }
window-new-year-between = Skriv ett år mellan 2000 och 2100.
window-new-or-other = Arbetsfiler: ny eller annan …
window-files = Arbetsfiler …
window-larger = Visa allt större
window-smaller = Visa allt mindre
window-usual-size = Visa allt i vanlig storlek
window-back-to-file = Tillbaka till { $name }
window-new-do = Välj var filen ska ligga …
window-recent = Senast öppnade
window-sample = Titta på ett exempelår

window-i-am = Jag är
window-who-are-you = Vem är du?
window-the-year = Året
window-the-document = Dokumentet
window-checks = Kontroll
window-conflicts = Konflikter
window-history = Historik
window-calendar = Spara som kalender …
window-calendar-title = Spara möten och sista dagar som kalender
window-calendar-filter = Kalenderfiler
window-calendar-file = { $group } – möten och sista dagar.ics
window-calendar-saved =
    { $count ->
        [0] Kalenderfilen är sparad, men den är tom: inga möten är planerade och inget väntar.
        [one] En händelse är sparad. Öppna filen i din kalender för att läsa in den.
       *[other] { $count } händelser är sparade. Öppna filen i din kalender för att läsa in dem.
    }
window-purpose = Varför gruppen finns
window-terms = Uppdrag över tid
window-terms-none = Här visas uppdragen på en tidslinje när gruppens personer är inskrivna, med roll och dagar.
window-terms-line = Tidslinje över gruppens uppdrag från { $from } till { $to }. Tabellen nedanför säger samma sak.
window-terms-table = Uppdragen i en tabell
window-office = Roll
window-person = Person
window-time = Tid
window-following = Byten
window-prepares = Ingår i beredningen
window-change-person = Ändra
window-add-people = Skriv in personer
window-change-group = Ändra gruppens uppgifter
window-to-mend = Att se över
window-to-mend-none = Inget att se över. Uppdragen stämmer med gruppens uppdragsbeskrivning.
window-now = Har uppdraget nu
window-coming = Har inte börjat
window-taking-over = Går bredvid, för att ta över
window-both = Överlappning: båda är med
window-today = I dag
window-group = Grupp
window-term = { $from } – { $to }
window-group-parts = Gruppens uppgifter
window-group-own = Namn och adress
window-search = Sök …
window-palette = Sök, eller välj ett kommando
window-palette-hint = Skriv ett ord, ett kommando eller namnet på ett dokument
window-palette-found = Det som passar
window-palette-none = Inget passar. Prova ett annat ord.
window-shortcuts = Kortkommandon
window-keys = Tangenter
window-next-pane = Till nästa del av fönstret
window-read-only = Skrivskyddad
window-more = Lämna in, fastställ med mera
window-noted =
    { $act ->
        [submit] Inlämnat: { $title }, utgåva { $edition }.
        [adopt] Fastställt: { $title }, utgåva { $edition }.
        [send] Utskicket är antecknat: { $title }.
        [remit] Återremissen är antecknad: { $title }.
       *[register] Diarienumret är antecknat: { $title }.
    }

window-year = Året { $year }
window-wheel = Årshjul för { $year }: aktiviteternas tid och de dagar som står i listan bredvid
window-times = Aktiviteternas tid som lista
window-times-activity = Aktivitet
window-times-from = Börjar
window-times-to = Slutar
window-going = Pågår
window-planned = Planerat
window-wheel-meeting = Möte
window-over = Avslutat
window-due = Närmast
window-days =
    { $count ->
        [0] i dag
        [one] dag
       *[other] dagar
    }
window-days-late =
    { $count ->
        [one] dag för sent
       *[other] dagar för sent
    }
window-nothing-due = Inget datum närmar sig. Här står dagar för inlämning, möten, sista dagar för ärenden och särskilda uppdrag ett halvår framåt.
window-due-from-calendar = Många av dagarna kommer från årets tidplan.
window-load-calendar = Läs in en tidplan i Mallar
window-next-step = Nästa steg
window-next-blocking =
    { $count ->
        [one] En sak återstår innan { $title } kan lämnas in.
       *[other] { $count } saker återstår innan { $title } kan lämnas in.
    }
window-next-whole = Allt som krävs i { $title } är ifyllt. Nu går det att lämna in.
window-next-remitted = { $title } har skickats tillbaka. Det här ska göras: ”{ $why }” Lämna sedan in på nytt.
window-next-memo = { $title } väntar på sitt missiv, som säger vad mottagaren ska besluta.
window-next-none =
    { $waiting ->
        [0] Inget mer behöver skrivas för { $year }. Öppna ett dokument nedan om något ska ändras, eller gå till nästa år.
        [one] Inget mer behöver skrivas för { $year }. 1 dokument är inlämnat och väntar på beslut. Anteckna beslutet i dokumentet när det är fattat.
       *[other] Inget mer behöver skrivas för { $year }. { $waiting } dokument är inlämnade och väntar på beslut. Anteckna besluten i dokumenten när de är fattade.
    }
window-next-conflicts =
    { $count ->
        [one] På 1 ställe har ni skrivit olika. Välj vad som ska gälla.
       *[other] På { $count } ställen har ni skrivit olika. Välj vad som ska gälla.
    }
window-next-begin = Nästa dokument att börja på: { $name } för { $year }.
window-go-on-with = Fortsätt med { $name }
window-submit-named = Lämna in { $name } …
window-begin = Börja på { $name }
window-begin-short = Börja
window-begin-another = Börja på ännu ett dokument
window-carry = Skapa { $name } från förra året
window-carry-short = Skapa från förra året
window-carried = { $name } är skapad. Det som inte blev klart förra året är med.
window-not-begun = Inte påbörjat
window-open-it = Öppna
window-memo-of = Skriv missiv om { $name }
window-memo-write = Skriv missiv
window-memo-go = Gå till missivet
window-memo-document = Skriv eller öppna missivet
window-year-documents = Årets dokument
window-document = Dokument
window-state = Läge
window-filled-head = Ifyllt
window-next-date = Nästa datum

window-blocking-help = Rätta det som hindrar. Varje rad leder till sitt fält.
window-may-submit = Inget hindrar inlämning
window-is-handed-in =
    { $state ->
        [adopted] Utgåva { $edition } är fastställd
       *[other] Utgåva { $edition } är inlämnad
    }
window-sent-back = Dokumentet har skickats tillbaka.
window-sent-back-why = Det här ska göras: ”{ $why }”
window-may-submit-help = Det som står nedan är bra att se över, men det stoppar ingenting.
window-hand-in = Inlämning
window-hand-in-required = Krav för inlämning
window-hand-in-filled = Ifyllda uppgifter
window-hand-in-done = Klarmarkerade delar
window-hand-in-says = När ni lämnar in sparas en utgåva som inte går att ändra. Den som ett organ ska fastställa märks Förslag. Ett utkast går att exportera när som helst; då står det UTKAST på sidan.
window-show-findings = Visa
window-all-findings = Alla
window-lacks = { $at } saknas
window-left = Kvar att fylla i
window-go-there = Gå dit
window-blocks = Hindrar inlämning
window-mend = Bör ses över
window-advice = Råd

window-editions = Utgåvor och utskick
window-no-editions = Dokumentet är inte inlämnat än. Här samlas utgåvor, beslut, utskick och diarienummer.
window-day = Dag
window-what = Vad
window-edition = Utgåva
window-whom = Vem, vart och varför
window-checksum = Kontrollsumma
window-export = Exportera
window-export-edition = Exportera { $number }
window-compare = Jämför
window-compare-from = Tidigare utgåva eller dag
window-compare-to = Senare utgåva eller dag
window-compare-help = Skriv en utgåva, till exempel 1.0, eller en dag, till exempel 2026-09-12. En dag räknas från sin morgon i den första rutan och till sin kväll i den andra. Lämna den andra rutan tom för att jämföra med nu.
window-compare-since = Visa vad som skiljer mot nu
window-compare-do = Visa vad som skiljer
window-differences =
    { $count ->
        [0] Inget skiljer { $from } från { $to }.
        [one] En sak skiljer { $from } från { $to }.
       *[other] { $count } saker skiljer { $from } från { $to }.
    }
window-steps = Ändringar
window-taken-back = ångrad
window-more-edits =
    { $count ->
        [one] 1 ändring till
       *[other] { $count } ändringar till
    }
window-restore = Återställ det som stod före

window-merge = Läs in en kollegas kopia …
window-hand-over = Spara en kopia att lämna …
window-handed-over = Kopian är sparad.
window-conflict-lead = Två personer har skrivit olika. Inget har gått förlorat, och du kan skriva vidare på annat håll. Välj innan dokumentet lämnas in.
window-somebody = Någon
window-shown-meanwhile = visas på sidan så länge
window-removed-it = Tog bort det.
window-removed-whole = Tog bort hela { $part }.
window-kept-whole = Skrev vidare i { $part }.
window-keep-this = Behåll alternativ { $number }
window-keep-from = Behåll det som skrevs av { $author }
window-keep-removed = Låt det vara borttaget
window-keep-whole = Behåll { $part }
window-keep-whole-removed = Låt hela { $part } vara borta
window-resolved = Löst: { $place } i { $title }.
window-suggestion = Förslag som tar med båda
window-suggestion-help = Orden från båda texterna, sammanförda. Ändra det som inte blev rätt.
window-third = Skriv något eget
window-third-help = Börja från det som visas på sidan och ändra det.
window-use-this = Använd det här
window-no-conflicts = Inga konflikter
window-no-conflicts-text = När en kollegas kopia läses in och ni har skrivit olika på samma ställe står det här, med vad var och en skrev. Läs in en kopia, eller spara en att lämna.

window-export-pdf = Exportera PDF
window-exported-pages =
    { $count ->
        [one] är sparad: 1 sida, kontrollsumma { $checksum }.
       *[other] är sparad: { $count } sidor, kontrollsumma { $checksum }.
    }
window-exported = är sparad, kontrollsumma { $checksum }.
window-exported-beside =
    { $receipt ->
        [yes]
            { $count ->
                [0] Bredvid ligger ett tillgänglighetskvitto.
                [one] Bredvid ligger 1 bilaga och ett tillgänglighetskvitto.
               *[other] Bredvid ligger { $count } bilagor och ett tillgänglighetskvitto.
            }
       *[no]
            { $count ->
                [one] Bredvid ligger 1 bilaga.
               *[other] Bredvid ligger { $count } bilagor.
            }
    }
window-show-in-folder = Visa i mapp
window-copy-all = Kopiera hela dokumentet till Word
window-submit = Lämna in
window-prefill = Fyll i ur tidplanen
window-prefilled =
    { $count ->
        [0] Allt som tidplanen säger står redan här.
        [one]
            { $calendar ->
                [none] 1 uppgift är ifylld enligt uppdragets regler.
               *[other] 1 uppgift är ifylld ur ”{ $calendar }”.
            }
       *[other]
            { $calendar ->
                [none] { $count } uppgifter är ifyllda enligt uppdragets regler.
               *[other] { $count } uppgifter är ifyllda ur ”{ $calendar }”.
            }
    }
window-submit-of = Lämna in …
window-submit-says = Dokumentet sparas som en utgåva, så som det är nu. Utgåvan går inte att ändra, men alltid att exportera igen. Ska ett organ fastställa dokumentet står det FÖRSLAG på utgåvan. Du kan skriva vidare i dokumentet; då blir det ett nytt utkast.
window-submit-unchanged =
    { $state ->
        [submitted] Utgåva { $edition } är redan inlämnad, och inget har ändrats sedan dess. Fastställande och utskick antecknar du i menyn längst upp till höger.
        [adopted] Utgåva { $edition } är fastställd, och inget har ändrats sedan dess. Ändrar du i dokumentet går det att lämna in på nytt.
       *[other] Utgåva { $edition } är redan inlämnad, och inget har ändrats sedan dess. Utskick antecknar du i menyn längst upp till höger.
    }
window-act-nobody = Du har inte sagt vem du är. Då står det inte i historiken vem som gjorde det här. Tala om det under ”Vem är du?”, längst upp till vänster.
window-submit-warnings = Det stoppar inte inlämningen.
window-blocked-more = och { $count } till
window-blocked-all = Visa allt i Kontroll
window-adopt = Fastställ
window-adopt-of = Fastställ …
window-adopt-says = Antecknar att ett organ har fastställt den inlämnade utgåvan. Utgåvan märks Fastställd.
window-adopt-settled = Utgåva { $edition } är redan fastställd. Ska en ändrad version fastställas lämnar du först in den.
window-send = Anteckna att dokumentet har skickats
window-send-of = Anteckna att det skickats …
window-send-says = Antecknar under Historik vart utgåvan skickades och när. Programmet skickar ingenting självt.
window-send-do = Anteckna
window-send-to = Till vem, en på varje rad
window-remit = Återremiss
window-remit-of = Anteckna återremiss …
window-remit-says = Antecknar att ett organ har skickat tillbaka utgåvan. Dokumentet blir ett utkast igen.
window-remit-do = Anteckna återremissen
window-remit-why = Vad ska göras?
window-register = Diarienummer
window-register-of = Anteckna diarienummer …
window-register-says = Numret står sedan under Historik. En utgåva som redan är inlämnad ändras inte.
window-register-do = Anteckna numret
window-register-number = Numret
window-act-body = Organ
window-act-organisation = Organisation
window-act-day = Dag, till exempel 12/9
window-act-day-missing =
    { $act ->
        [send] Skriv dagen för utskicket.
        [register] Skriv dagen.
       *[other] Skriv dagen för beslutet.
    }
window-act-not-yet = Först när dokumentet är inlämnat
window-act-paragraph = Paragraf

error-internal = Något gick fel i programmet. Inget som är sparat har gått förlorat.
error-internal-hint = Försök igen. Händer det en gång till: stäng fönstret och öppna filen på nytt. En felrapport utan din text ligger bland loggarna, som du hittar i hjälpen.

# Programmet självt
window-crashed = Missiv stängdes av ett fel förra gången. Allt som var sparat finns kvar.
window-crashed-hint = En felrapport utan din text ligger bland loggarna. Du hittar dem i hjälpen (F1).
window-print = Skriv ut …
window-printing = Sidorna öppnas i datorns PDF-läsare. Skriv ut därifrån.
window-help = Hjälp
window-help-sections = Avsnitt
window-logs = Visa loggar
window-about = Om Missiv
window-about-text = Missiv är ett program för ordförande och processtöd i regionala samverkansgrupper. Det arbetar utan nät och skickar ingenting.
window-about-licence = Missiv får användas, ändras och delas fritt enligt licensen EUPL-1.2.
window-about-own = Licensen EUPL-1.2
window-about-parts = Delar som andra har gjort, typsnittet bland dem, och deras licenser
window-about-find = Leta efter en del

# Underlag, mallar och kopior bredvid filen

window-returns = Underlag
window-returns-people = Ansvariga
window-returns-document = Handling
window-returns-lead = Kopiera mejlet och skicka det. Klistra sedan in svaret här, så hamnar det på rätt rader.
window-returns-nobody = Ingen ansvarig i planen
window-returns-answered = { $answered } av { $asked } besvarade
window-returns-mail = Mejlet
window-returns-subject = Ämne
window-returns-copy = Kopiera mejlet
window-returns-copy-subject = Kopiera ämnesraden
window-returns-copied = Kopierat. Klistra in det i ett nytt mejl.
window-returns-answer = Svaret
window-returns-paste = Klistra in hela mejlet som kom tillbaka
window-returns-paste-help = Det gör inget om det är citerat eller om andra rader är med. Inget förs in förrän du har sett vad som blir vad.
window-returns-read = Läs av svaret
window-returns-found =
    { $count ->
        [0] Inget i texten är ett nytt svar.
        [one] 1 svar går att föra in.
       *[other] { $count } svar går att föra in.
    }
window-returns-empty =
    { $count ->
        [one] 1 fråga har inget svar. Det som står i rapporten blir kvar.
       *[other] { $count } frågor har inget svar. Det som står i rapporten blir kvar.
    }
window-returns-same =
    { $count ->
        [one] 1 svar står redan så i rapporten.
       *[other] { $count } svar står redan så i rapporten.
    }
window-returns-take = Ta med
window-returns-where = Fråga
window-returns-before = Står nu
window-returns-after = Blir
window-returns-take-one = Ta med svaret på { $label }, { $place }
window-returns-unfit = Går inte att föra in
window-returns-unfit-help = Ändra i texten ovan och läs av igen, eller skriv svaret för hand i rapporten.
window-returns-loose = Hör inte till någon fråga
window-returns-loose-help = De här raderna förs inte in. Ska något av det vara med? Kopiera det till rätt ställe.
window-returns-line = Rad { $line }
window-returns-write =
    { $count ->
        [one] För in 1 svar
       *[other] För in { $count } svar
    }
window-returns-written =
    { $count ->
        [0] Inget fördes in.
        [one] 1 svar är infört.
       *[other] { $count } svar är införda.
    }
window-returns-go = Öppna raden
window-returns-none = Det här dokumentet hämtar inga underlag
window-returns-none-text = Underlag hämtas in till rapporterna: halvårsrapporten och årsrapporten. Välj en av dem.
window-returns-none-begun = Underlag hämtas in till halvårsrapporten och årsrapporten. Börja på en av dem under Året.

window-packs = Mallar
window-packs-lead = Mallarna säger vad som ska stå i en handling. Profilerna ger organisationens ord. Tidplanerna ger årets datum. Dokument som är påbörjade behåller den mall de började med.
window-packs-own = Gruppens mallar
window-packs-others = Övriga mallar
window-pack-title = Välj en mall, profil eller tidplan
window-pack-filter = Zip-filer
window-pack-load = Läs in en zip-fil …
window-pack-load-folder = Läs in en mapp …
window-pack-load-profile = Läs in en profil …
window-pack-name = Namn
window-pack-kind = Typ
window-pack-version = Version
window-pack-origin = Kommer från
window-pack-bundled = Programmet
window-pack-loaded = Inläst
window-pack-in-file = Finns bara i den här arbetsfilen
window-pack-documents = Används i
window-pack-count =
    { $count ->
        [0] –
        [one] 1 dokument
       *[other] { $count } dokument
    }
window-pack-group = hela gruppen
window-pack-check = Kontrollera
window-pack-copy = Kopiera ut …
window-pack-of = { $action } { $name }
window-pack-faulty = (felaktig)
window-pack-copied = { $name } är kopierad.
window-pack-checking = Kontrollerar …
window-calendar-is-loaded = ”{ $name }” är inläst. Dagarna står på Året, och dokument som du börjar på får dem. Det som redan är påbörjat får dem med ”Fyll i ur tidplanen” i dokumentets meny.
window-pack-is-loaded = { $name } är inläst och går att välja.
window-pack-is-sound = { $name } stämmer och går att använda.
window-pack-is-faulty = { $name } går inte att använda och är inte inläst. Skicka listan till den som gav ut den.
window-pack-is-unsound = { $name } går inte att använda. Skicka listan till den som gav ut den.
window-pack-place = { $file }, rad { $line }
window-pack-example =
    { $pages ->
        [one] Exemplet { $file } blev 1 sida.
       *[other] Exemplet { $file } blev { $pages } sidor.
    }

window-copy-decision = Kopiera förslaget till beslut till Word
window-export-all = Exportera flera …
window-export-all-heading = Exportera flera dokument
window-export-all-title = Välj mappen som PDF-filerna ska ligga i
window-export-all-help = Är dokumentet oförändrat sedan det lämnades in exporteras utgåvan. Annars exporteras ett utkast. En fil med samma namn ersätts.
window-export-all-do = Välj mapp och exportera …
window-export-all-going = { $done } av { $all } klara. Nu skrivs { $title }.
window-export-all-done =
    { $done ->
        [0] Ingen fil skrevs.
        [one] 1 PDF-fil är skriven.
       *[other] { $done } PDF-filer är skrivna.
    }

window-beside =
    { $news ->
        [one] Bredvid filen ligger en kopia, { $name }, med 1 ändring som saknas här.
       *[other] Bredvid filen ligger en kopia, { $name }, med { $news } ändringar som saknas här.
    }
window-beside-hint = Den kan ha blivit till när två personer skrev samtidigt. Läs in den, så går inget förlorat. Kopian ändras inte.
window-beside-several = Bredvid filen ligger { $count } kopior med ändringar som saknas här.
window-beside-several-hint = De kan ha blivit till när två personer skrev samtidigt. Läs in dem en i taget, så går inget förlorat. Kopiorna ändras inte.
window-beside-one =
    { $news ->
        [one] { $name }, 1 ändring
       *[other] { $name }, { $news } ändringar
    }
window-beside-merge = Läs in kopian
window-beside-later = Inte nu

window-mail-title = Spara mejlet
window-mail-filter = Mejl
window-mail = Mejla …
window-mail-written =
    { $count ->
        [0] Mejlet ligger i { $name }. Öppna filen, läs igenom och skicka från ditt eget mejlprogram.
        [one] Mejlet ligger i { $name }. Öppna filen, läs igenom och skicka från ditt eget mejlprogram. En person saknar e-postadress: { $people }.
       *[other] Mejlet ligger i { $name }. Öppna filen, läs igenom och skicka från ditt eget mejlprogram. { $count } personer saknar e-postadress: { $people }.
    }
window-mail-draft = PDF-filen i mejlet är ett utkast och har ordet UTKAST på sidorna. Lämna in dokumentet först, om det inte är utkastet som ska skickas.
window-found-decided = Beslut

window-meetings = Möten
window-meetings-of = Möten { $year }
window-meetings-none = Inga möten är planerade för { $year }
window-meetings-none-text = Klistra in årets mötesdagar, så läggs de in i en mötesplan. Missiv räknar fram beredningens möten, säger till om röda dagar och visar vad varje möte saknar.
window-meetings-plan = Planera möten …
window-meetings-open-plan = Öppna mötesplanen
window-meetings-year-lacks = Att se över för hela året
window-meetings-undated = Utan dag
window-meetings-today = I dag, { $day }
window-meetings-joint = Tillsammans med { $with }
window-meetings-planned = Planerat
window-meetings-called = Dagordning
window-meetings-noted = Anteckningar
window-meetings-lacks = Det här återstår för { $meeting }
window-meetings-begin-agenda = Börja på dagordningen
window-meetings-open-agenda = Öppna dagordningen
window-meetings-begin-notes = Börja på anteckningarna
window-meetings-open-notes = Öppna anteckningarna
window-meetings-mail-agenda = Mejla kallelsen …
window-meetings-mail-notes = Mejla anteckningarna …

window-plan-heading = Planera möten { $year }
window-plan-do = Lägg in mötena
window-plan-body = Vilkas möten
window-plan-days = Mötesdagar, en på varje rad
window-plan-help = Skriv eller klistra in dagarna som de står: ”18 januari”, ”19–20 september”, ”{ $year }-04-24”. Dagar som redan finns i planen ändras inte.
window-plan-time = Tid
window-plan-place = Plats
window-plan-common-help = Gäller alla dagarna ovan. Lämna tomt om det är olika: då fyller du i möte för möte. En beredning får ingen tid eller plats härifrån.
window-plan-done =
    { $added ->
        [0] Alla möten fanns redan i planen.
        [one] Ett möte är inlagt.
       *[other] { $added } möten är inlagda.
    }
window-plan-unread =
    { $count ->
        [one] Den här raden är ingen dag i planens år. Rätta den och lägg in igen.
       *[other] De här raderna är inga dagar i planens år. Rätta dem och lägg in igen.
    }
window-plan-others =
    { $added ->
        [0] Inget nytt möte är inlagt.
        [one] De andra raderna är redan inlagda: ett nytt möte.
       *[other] De andra raderna är redan inlagda: { $added } nya möten.
    }

window-raised = Väckta ärenden
window-raised-none = Inga ärenden väntar på att sättas upp.
window-raised-by = Väckt av { $who }
window-take-up = Sätt upp
window-take-up-named = Sätt upp { $matter } på dagordningen
window-taken-up = { $matter } står nu på dagordningen.

window-notes-list = Anteckningarnas delar
window-notes-none = Inget noterat
window-notes-noted = Noterat
window-notes-agenda = Ur dagordningen
window-notes-before = Föregående
window-notes-next = Nästa
window-notes-to-before = Till föregående ärende eller del av anteckningarna
window-notes-to-next = Till nästa ärende eller del av anteckningarna
window-notes-new = Lägg till
window-notes-presence-help = Tryck på den siffra som står vid valet, så går du vidare till nästa rad, eller till fältet för den som kom i stället eller var inbjuden. Enter går vidare därifrån. Piltangenterna byter inom raden.
window-notes-more-of = Fler uppgifter om
window-notes-absent = Fråga dem som var frånvarande …
window-notes-turn = På tur att skriva: { $who }.
window-notes-turn-take = Skriv in

window-matters = Ärenden
window-matters-none = Inga ärenden har kommit in än
window-matters-none-text = Skriv upp det som någon vill att gruppen tar upp. Rubriken räcker till en början. Härifrån sätter du upp ärendet på en dagordning, skickar det som information eller börjar på ett missiv.
window-matters-new = Nytt ärende …
window-matters-new-heading = Nytt ärende
window-matters-new-do = Lägg till ärendet
window-matters-show = Visa ärenden som är
window-matters-all = Alla
window-matters-raised = Väckta
window-matters-scheduled = På dagordning
window-matters-handled = Behandlade
window-matters-informed = Skickade som information
window-matters-lifted = Lyfta
window-matters-matter = Ärende
window-matters-came = Väckt
window-matters-kind = Typ
window-matters-state = Läge
window-matters-do = Gör något med ärendet
window-matters-agenda = Sätt upp …
window-matters-agenda-heading = På vilken dagordning?
window-matters-agenda-none = Det finns ingen dagordning än. Börja på en från Möten.
window-matters-inform = Anteckna att det skickats som information …
window-matters-inform-heading = Skickat som information
window-matters-inform-says = Anteckna att ärendet har skickats ut som information i stället för att tas upp på ett möte. Själva mejlet skickar du som vanligt.
window-matters-inform-do = Anteckna
window-matters-inform-to = Till vilka, en på varje rad
window-matters-memo = Börja på ett missiv
window-matters-memo-heading = Vilket missiv?
window-matters-where = Visa
window-matters-of = { $action } { $matter }

window-actions = Uppdrag och åtgärder
window-actions-open = Öppna åtgärder
window-actions-ended = Avslutade åtgärder
window-actions-none = Det finns inga öppna åtgärder.
window-actions-none-text = Åtgärder skriver du i mötesanteckningarna. De står här tills de är gjorda.
window-actions-what = Åtgärd
window-actions-who = Vem
window-actions-when = Klart senast
window-actions-came = Hur det gick
window-actions-late =
    { $days ->
        [one] 1 dag försenad
       *[other] { $days } dagar försenad
    }
window-actions-left =
    { $days ->
        [0] I dag
        [one] 1 dag kvar
       *[other] { $days } dagar kvar
    }
window-actions-undated = Ingen sista dag
window-actions-done = Gjord
window-actions-dropped = Blir inte av
window-actions-done-heading = Åtgärden är gjord
window-actions-dropped-heading = Åtgärden blir inte av
window-actions-done-do = Anteckna som gjord
window-actions-dropped-do = Anteckna att den inte blir av
window-actions-why = Hur gick det?
window-actions-why-not = Varför blir den inte av?
window-actions-of = { $action }: { $title }
window-actions-missions = Särskilda uppdrag
window-actions-missions-none = Inga särskilda uppdrag finns i ärendelistan.
window-actions-missions-where = Särskilda uppdrag skrivs i ärendelistan, som inte är påbörjad än.
window-actions-begin-register = Börja på ärendelistan
window-actions-home = Förankra hemma
window-actions-home-says = Vilka har tagit upp frågorna från { $notes } i sin kommun?
window-actions-home-meeting = { $title } den { $day }
window-actions-home-done = Förankrat
window-actions-home-do = Förankrat hemma
window-actions-home-of = { $who } har förankrat hemma

## Mallar och profiler
## Fel i template.toml, profile.toml och calendar.toml. Varje kod har en mening (fault-<kod>) och ett råd (fault-<kod>-hint).

# Delar som flera av meningarna lånar.
fault-table =
    { $table ->
        [template] mallen
        [profile] profilen
        [calendar] tidplanen
        [occasion] ett redovisningstillfälle
        [field] ett fält
        [column] en kolumn
        [condition] ett villkor
        [kind] ett slags objekt
        [source] en källa
        [scale] en skala
        [value] ett steg i en skala
        [view] en vy
        [contents] en innehållsförteckning
        [figures] en rad nyckeltal
        [figure] ett nyckeltal
        [table] en tabell
        [measure] en kolumn i en tabell
        [members] en medlemslista
        [member] en kolumn i en medlemslista
        [address] adressen
        [level] en nivå
        [body] ett organ
        [area] ett område
        [party] en part
        [office] en roll
        [decision_mode] en beslutsform
        [phrase] en fras
        [logo_slot] en logotypplats
        [recipient] en mottagare
       *[other] { $table }
    }
fault-wanted =
    { $wanted ->
        [text] en text inom citattecken
        [bool] true eller false
        [whole-number] ett heltal
        [range] två heltal, det minsta och det största, till exempel [0, 60]
        [table] en tabell med nycklar
        [tables] en lista av tabeller
       *[texts] en lista av texter, till exempel ["mal", "budget"]
    }
fault-found =
    { $found ->
        [text] en text
        [bool] true eller false
        [number] ett tal
        [date] ett datum
        [list] en lista
        [other-list] en lista med annat innehåll
       *[table] en tabell
    }
fault-nearest =
    { $near ->
        [yes] Menade du ”{ $nearest }”?
        [empty] Det finns ingen att välja på.
       *[no] Välj bland: { $choices }.
    }

# Filerna
fault-file-missing = Filen { $file } saknas.
fault-file-missing-hint = Den ska ligga överst i mappen. Kontrollera att det är rätt mapp och att filen heter precis så.
fault-file-too-large = Filen { $file } är större än { $max } kB.
fault-file-too-large-hint = Så stor blir ingen mall, profil eller tidplan. Kontrollera att det är rätt fil.
fault-not-utf8 = Filen { $file } är inte sparad som UTF-8.
fault-not-utf8-hint = Öppna den i en textredigerare och spara om den med teckenkodningen UTF-8.
fault-layout-missing = Layouten { $file } saknas.
fault-layout-missing-hint = En mall som skrivs ut behöver en layout. Kopiera den från en mall som liknar din.
fault-example-missing = Exemplet { $file } saknas.
fault-example-missing-hint = Mallen prövas på tre exempel: ett tomt, ett som är ifyllt som vanligt och ett med varje fält vid sin gräns.
fault-example-unreadable = Exemplet { $file } går inte att läsa som JSON.
fault-example-unreadable-hint = Titta efter ett komma för mycket eller ett citattecken för lite. Enklast är att exportera exemplet på nytt.

# Filen som TOML
fault-syntax = Här går filen inte att läsa som TOML.
fault-syntax-hint = Vanligast är att ett citattecken eller en hakparentes saknas, att samma nyckel står två gånger, eller att en text med radbrytning inte står mellan tre citattecken. Felet kan börja på raden före.
fault-format-unknown = Filen är skriven i format { $format }. Det här programmet läser format { $known }.
fault-format-unknown-hint = Uppdatera programmet, eller be den som gav ut filen om en version i format { $known }.
fault-unknown-key = Nyckeln ”{ $key }” kan inte stå i { fault-table }.
fault-unknown-key-hint = { fault-nearest }
fault-missing-key = ”{ $key }” saknas i { fault-table }.
fault-missing-key-hint = Lägg till en rad med { $key } = och ett värde.
fault-wrong-type = ”{ $key }” ska vara { fault-wanted }, men är { fault-found }.
fault-wrong-type-hint = Skriv om värdet. Text står inom citattecken; tal, true och false gör det inte.
fault-empty-text = ”{ $key }” är tom.
fault-empty-text-hint = Skriv en text, eller ta bort raden om nyckeln inte behövs.
fault-empty-list = Listan ”{ $key }” är tom.
fault-empty-list-hint = Den behöver minst ett värde.
fault-number-range = Talet i ”{ $key }” ligger utanför { $min }–{ $max }.
fault-number-range-hint = Skriv ett heltal från { $min } till { $max }.
fault-range-inverted = I ”{ $key }” är det minsta antalet, { $min }, större än det största, { $max }.
fault-range-inverted-hint = Skriv det minsta först: [{ $max }, { $min }].
fault-one-of-keys =
    { $found ->
        [empty] Här saknas det som ska räknas eller visas.
       *[other] Här står flera saker som ska räknas eller visas: { $found }.
    }
fault-one-of-keys-hint = Ange precis en av { $keys }.
fault-keys-clash = ”{ $key }” och ”{ $other }” kan inte stå tillsammans.
fault-keys-clash-hint = Behåll den ena och ta bort den andra.
fault-key-alone = ”{ $key }” betyder ingenting utan ”{ $other }”.
fault-key-alone-hint = Lägg till ”{ $other }”, eller ta bort ”{ $key }”.
fault-key-misplaced = ”{ $key }” betyder ingenting för typen { $type }.
fault-key-misplaced-hint = Ta bort raden, eller välj en typ där den används: { $types }.
fault-list-too-long = Listan ”{ $key }” har fler än { $max } värden.
fault-list-too-long-hint = Så lång blir ingen lista i en mall eller profil. Kontrollera att det är rätt fil.
fault-more-faults = Filen har fler än { $max } fel. Resten visas inte.
fault-more-faults-hint = Rätta de första och kontrollera igen. Många fel på en gång beror ofta på ett enda tidigt i filen.

# Ord som programmet känner till
fault-unknown-concept = Begreppet ”{ $value }” finns inte.
fault-unknown-concept-hint = { fault-nearest }
fault-unknown-role = Rollen ”{ $value }” finns inte.
fault-unknown-role-hint = { fault-nearest }
fault-unknown-type = Typen ”{ $value }” finns inte.
fault-unknown-type-hint = { fault-nearest }
fault-unknown-stage = Skedet ”{ $value }” finns inte.
fault-unknown-stage-hint = draft gäller medan man skriver, submit när dokumentet lämnas in och adopt när det fastställs. { fault-nearest }
fault-unknown-check = Kontrollen ”{ $value }” finns inte.
fault-unknown-check-hint = { fault-nearest }
fault-unknown-word = ”{ $value }” kan inte stå i ”{ $key }”.
fault-unknown-word-hint = { fault-nearest }
fault-unknown-placeholder = Platshållaren { "{" }{ $placeholder }{ "}" } i ”{ $key }” fylls aldrig i.
fault-unknown-placeholder-hint = { fault-nearest }
fault-lonely-brace = I ”{ $key }” står en ensam klammer.
fault-lonely-brace-hint = Klammer används bara runt platshållare, till exempel { "{" }year{ "}" }. Lägg till den som saknas, eller ta bort den som står ensam.
fault-placeholder-missing = I ”{ $key }” saknas platshållaren { "{" }{ $placeholder }{ "}" }.
fault-placeholder-missing-hint = Utan den blir alla nummer likadana. Skriv in { "{" }{ $placeholder }{ "}" } där numret ska stå.
fault-placeholder-empty = Platshållaren { "{" }{ $placeholder }{ "}" } i ”{ $key }” blir alltid tom.
fault-placeholder-empty-hint = Den fylls med dokumentets egen rubrik. Ge ett av dokumentets fält is = "title", eller ta bort platshållaren.
fault-bad-period = ”{ $value }” är ingen period i ”{ $key }”.
fault-bad-period-hint = Skriv till exempel { $choices }. Skrivsättet 1of2 betyder första halvåret.
fault-bad-day = Värdet i { $key } är ingen dag.
fault-bad-day-hint = Skriv år, månad och dag: 2026-08-21.
fault-occasion-twice = ”{ $title }” står två gånger i tidplanen.
fault-occasion-twice-hint = Skriv vad som skiljer dem åt, eller ta bort den ena.
fault-days-inverted = ”{ $title }” ska vara inlämnad { $second }, innan gruppen har behandlat handlingen { $first }.
fault-days-inverted-hint = Kontrollera dagarna: gruppen behandlar handlingen först.
fault-days-backwards = Mötet för ”{ $title }” har dagarna i fel ordning: { $first } kommer efter { $second }.
fault-days-backwards-hint = Kontrollera dagarna. Ärenden lämnas före mötet, och mötets sista dag kommer efter dess första.
fault-day-far = ”{ $title }” har en dag långt från tidplanens år, { $year }: { $day }.
fault-day-far-hint = Rätta årtalet i dagen eller i year.

# Id och hänvisningar
fault-id-malformed = ”{ $id }” kan inte vara ett id.
fault-id-malformed-hint = Ett id börjar med a–z och har sedan bara a–z, 0–9 och understreck, högst 60 tecken. Skriv till exempel ”mal” för mål.
fault-id-reserved = ”{ $id }” är upptaget och kan inte vara mallens eller profilens id.
fault-id-reserved-hint = Välj ett annat id. Namnet används redan av Windows eller av programmet.
fault-duplicate-id = Id ”{ $id }” finns redan, på rad { $line }.
fault-duplicate-id-hint = Byt det ena. Fält, objekt och vyer delar på samma namn, eftersom ordningen på sidan nämner dem alla.
fault-listed-twice = ”{ $id }” står två gånger i ”{ $key }”.
fault-listed-twice-hint = Ta bort den ena.
fault-unknown-reference = ”{ $key }” nämner ”{ $id }”, som inte finns.
fault-unknown-reference-hint = { fault-nearest }
fault-cycle = Det här går runt: { $path }.
fault-cycle-hint = Ta bort ett av leden, så att något står överst.
fault-names-itself = ”{ $id }” nämner sig själv i ”{ $key }”.
fault-names-itself-hint =
    { $key ->
        [parent] Skriv det organ som det svarar inför, eller ta bort raden om det står överst.
        [successor] Skriv rollen som den har som står på tur, eller ta bort raden.
       *[other_side_than] Skriv den andra rollen av de två som ska komma från olika sidor, eller ta bort raden.
    }
fault-overlap-long = Nästa skulle gå bredvid längre än uppdraget varar: overlap_months är { $overlap } och term_months { $term }.
fault-overlap-long-hint = Sänk overlap_months, eller höj term_months.
fault-no-own-body = Inget organ i profilen är gruppens eget, så det finns inga möten att planera.
fault-no-own-body-hint = Skriv own = true vid det organ som gruppen själv är, och vid den beredning som förbereder dess möten.
fault-bound-inverted = Minst { $min } och högst { $max } går inte ihop.
fault-bound-inverted-hint = Höj at_most eller sänk at_least.
fault-before-itself = Möten förbereds i en ring: { $path }.
fault-before-itself-hint = Ta bort ett av leden i before, så att ett möte kommer först.
fault-route-round = Vägen till ”{ $id }” går via ”{ $id }”.
fault-route-round-hint = Skriv i via det organ som bereder ärendet, eller ta bort via.
fault-never-shown =
    { $table ->
        [field] Fältet ”{ $id }” visas aldrig.
        [kind] Objekten ”{ $id }” visas aldrig.
       *[view] Vyn ”{ $id }” visas aldrig.
    }
fault-never-shown-hint =
    { $table ->
        [field] Lägg till ”{ $id }” i order eller head. Är det en anteckning som inte ska skrivas ut: skriv print = false.
        [kind] Lägg till ”{ $id }” i order, eller i children hos det som objekten står under.
       *[view] Lägg till ”{ $id }” i order.
    }
fault-child-in-order = ”{ $id }” står i order, men visas redan under ”{ $parent }”.
fault-child-in-order-hint = Ta bort ”{ $id }” ur order, eller ur children hos ”{ $parent }”.
fault-scale-unknown = Skalan ”{ $scale }” finns varken i mallen eller i profilen.
fault-scale-unknown-hint = { fault-nearest }
fault-scale-unchecked = Skalan ”{ $scale }” finns inte i mallen. Ingen profil är vald, så det gick inte att se om den finns där.
fault-scale-unchecked-hint = Kontrollera mallen tillsammans med sin profil.
fault-code-unknown = ”{ $value }” finns inte i skalan ”{ $scale }”.
fault-code-unknown-hint = { fault-nearest }
fault-source-unknown = Källan ”{ $source }” finns inte.
fault-source-unknown-hint = En källa är ett dokument som det här bygger på och står under [[source]]. { fault-nearest }

# Begrepp, roller och sökvägar
fault-not-a-document = ”{ $value }” är inget helt dokument.
fault-not-a-document-hint = Välj bland: { $choices }.
fault-path-malformed = ”{ $value }” i ”{ $key }” går inte att läsa.
fault-path-malformed-hint =
    { $key ->
        [follows] Skriv källa.begrepp, till exempel plan.goal.
        [start] Skriv källa.roll, till exempel plan.amount.
       *[other] Skriv begrepp.roll, till exempel activity.amount. I en liten tabell också kolumnens roll: activity.financing.amount.
    }
fault-path-concept = ”{ $key }” nämner begreppet ”{ $concept }”, som inga objekt i mallen har.
fault-path-concept-hint = Ge ett slags objekt concept = "{ $concept }", eller nämn ett annat begrepp. { fault-nearest }
fault-path-role = ”{ $key }” nämner rollen ”{ $role }”, som inget fält hos ”{ $concept }” har.
fault-path-role-hint = Ge fältet is = "{ $role }", eller nämn en annan roll. Finns fältet i dokumentet som raden kommer från: lägg till ”{ $role }” i shows. { fault-nearest }
fault-path-column = ”{ $path }” nämner en kolumn som tabellen saknar: ingen har rollen ”{ $column }”.
fault-path-column-hint = Ge en kolumn is = "{ $column }", eller nämn en annan roll. { fault-nearest }
fault-path-type = ”{ $path }” har typen { $type } och kan inte stå i ”{ $key }”.
fault-path-type-hint = Där behövs { $wanted }.
fault-path-elsewhere = ”{ $path }” hör inte till samma lilla tabell som ”{ $other }”.
fault-path-elsewhere-hint = Beloppet och det som det delas upp på är två kolumner i samma tabell, till exempel activity.financing.amount och activity.financing.financier.
fault-start-without-follows = Fältet ”{ $id }” ska hämta sitt värde från en källa, men objektet följer ingen.
fault-start-without-follows-hint = Lägg till follows, till exempel plan.activity, eller ta bort start.
fault-gone-missing = Det står inte vad raderna i ”{ $id }” ska säga när deras objekt har utgått.
fault-gone-missing-hint = Skriv till exempel gone = "Utgått ur planen".
fault-role-twice = Fälten ”{ $other }” och ”{ $id }” har samma roll, ”{ $role }”.
fault-role-twice-hint = Kontrollerna läser bara det första. Ta bort rollen från det andra, eller ge det en annan.
fault-role-type = Ett fält med rollen ”{ $role }” läses bara som { $wanted }, men är { $type }.
fault-role-type-hint = Kontroller och summor som behöver rollen går förbi fältet. Byt typ, eller ta bort rollen.
fault-title-missing = ”{ $id }” har inget fält med rollen title.
fault-title-missing-hint = Mål och aktiviteter behöver en rubrik. Ge ett av fälten is = "title", eller skriv shows = ["title"] om raden följer ett annat dokument.
fault-date-missing = Inget fält i head har rollen date.
fault-date-missing-hint = Utan det får sidhuvudet och PDF-filen inget datum, och kontrollen av att dokumentet inte är daterat före behandlingen är avstängd. Lägg till ett fält med is = "date" och type = "date" i head.
fault-check-off = Kontrollen ”{ $check }” är avstängd: mallen saknar { $missing }.
fault-check-off-hint = Ge fälten de roller som saknas, eller ta bort kontrollen ur checks.

# Fälten
fault-rows-without-columns = Den lilla tabellen ”{ $id }” har inga kolumner.
fault-rows-without-columns-hint = Lägg till columns, eller välj typen list.
fault-choice-without-scale = Valet ”{ $id }” har ingen skala att välja ur.
fault-choice-without-scale-hint = Lägg till scale med en skala ur mallen eller profilen.
fault-nesting =
    { $key ->
        [of] En lista kan inte bestå av { $type }.
       *[other] En kolumn kan inte vara en tabell.
    }
fault-nesting-hint = Välj en enklare typ, till exempel line. Behövs mer: gör ett eget slags objekt.
fault-print-required = ”{ $id }” skrivs aldrig ut och kan därför inte krävas.
fault-print-required-hint = Ta bort { $key }, eller ta bort print = false.
fault-limits-disagree = Högst { $max } tecken räcker inte till { $lines } rader.
fault-limits-disagree-hint = En rad tar omkring 70 tecken. Höj max till minst { $least }, eller sänk det minsta antalet rader.
fault-default-misfit = Värdet i default passar inte ”{ $id }”, som har typen { $type }.
fault-default-misfit-hint = Skriv ett värde av fältets typ. Personer, filer, bilder och hänvisningar kan inte stå i en mall.

pack-kind-template = mall
pack-kind-profile = profil
pack-kind-calendar = tidplan

# Mallar och profiler som zip-fil eller mapp
pack-not-a-zip = Filen är ingen zip-fil, eller så är den skadad.
pack-not-a-zip-hint = Hämta den på nytt där den kom ifrån.
pack-unreadable = { $path } går inte att packa upp.
pack-unreadable-hint = Filen kan vara skadad eller låst med lösenord. Be den som skickade den att packa om mappen utan lösenord.
pack-bad-path = ”{ $path }” kan inte vara ett filnamn i en mall eller profil.
pack-bad-path-hint = Filer ska ligga i mappen och ha namn som fungerar i Windows. Kommer filen från någon du inte känner: öppna den inte.
pack-not-a-file = { $path } är en länk, inte en fil.
pack-not-a-file-hint = Lägg in själva filen i stället. Kommer filen från någon du inte känner: öppna den inte.
pack-same-name = Två filer i zip-filen har samma namn.
pack-same-name-hint = Packa om mappen. Kommer filen från någon du inte känner: öppna den inte.
pack-duplicate = { $path } finns två gånger.
pack-duplicate-hint = Två namn som bara skiljer i stora och små bokstäver är samma fil i Windows. Byt namn på den ena.
pack-too-many-files = Mappen har fler än 200 filer.
pack-too-many-files-hint = Så många har ingen mall eller profil. Kontrollera att det är rätt mapp.
pack-other-id = Mappen eller zip-filen heter ”{ $name }”, men i { $file } står id ”{ $id }”.
pack-other-id-hint = Byt namn på den, eller ändra id i filen, så att de är lika. Vill du ha den bredvid den som du kopierade ger du båda samma nya namn.
pack-example-of-another = Inget dokument i exemplet är av mallen ”{ $id }”, så mallens sidor är inte prövade.
pack-example-of-another-hint = Byt id även i exemplet.
pack-too-large = Filerna är tillsammans större än 32 MB.
pack-too-large-hint = Så stor är ingen mall eller profil. Kontrollera att det är rätt mapp.

## Kontrollen

severity-blocking = Hindrar
severity-warning = Bör ses över
severity-hint = Råd

place-row = rad { $row }
check-heading =
    { $count ->
        [0] { $title }: inget att se över
        [one] { $title }: 1 sak att se över
       *[other] { $title }: { $count } saker att se över
    }

# Samma fält saknas på flera ställen: ”Aktiviteter: 7 av 12 saknar ”Behov av samverkan”: 1.1, 1.2 …”
check-gap = { $kind }: { $missing } av { $count } saknar ”{ $field }”: { $names }

# Det som saknas, är för mycket eller inte passar.
check-required-missing =
    { $stage ->
        [adopt] Fältet är tomt men behövs när dokumentet fastställs.
       *[submit] Fältet är tomt men behövs vid inlämningen.
    }
check-required-missing-hint =
    { $hint ->
        [none] { $help } Finns inget att ta upp? Skriv då: ”{ $none }”
        [help] { $help }
       *[label] Fyll i ”{ $label }”.
    }
check-value-malformed =
    { $shown ->
        [yes] ”{ $value }” passar inte i fältet och skrivs inte ut.
        [no_day] { $value } finns inte. Det skrivs inte ut.
        [week] { $value } är ingen dag, och skrivs inte ut. Välj en dag i veckan, till exempel fredagen.
       *[no] Det som står här passar inte i fältet och skrivs inte ut.
    }
check-value-malformed-hint =
    { $type ->
        [line] Skriv { type-line }.
        [text] Skriv { type-text }.
        [date] Skriv { type-date }.
        [number] Skriv { type-number }.
        [money] Skriv { type-money }.
        [bool] Skriv { type-bool }.
        [choice] Välj { type-choice }.
        [person] Välj { type-person }.
        [party] Skriv { type-party }.
        [body] Skriv { type-body }.
        [list] Skriv { type-list }.
        [rows] Skriv { type-rows }.
        [image] Lägg in { type-image }.
        [file] Lägg in { type-file }.
        [reference] Skriv { type-reference }.
       *[decision] Skriv { type-decision }.
    }
check-choice-unknown = ”{ $value }” finns inte att välja och skrivs inte ut.
check-choice-unknown-hint = Välj ett av orden: { $choices }.
check-person-unknown = Personen som valdes här finns inte i gruppen.
check-person-unknown-hint = Välj någon annan, eller lägg först in personen i gruppen.
check-text-too-long =
    { $unit ->
        [lines] Texten är ungefär { $length } rader. Mallen räknar med högst { $max }.
       *[characters] Texten är { $length } tecken. Mallen räknar med högst { $max }.
    }
check-text-too-long-hint =
    { $unit ->
        [lines] Korta texten. Behåll det läsaren måste veta; resten kan stå i en bilaga.
       *[characters] Skriv kortare, och behåll det läsaren måste veta.
    }
check-text-too-short =
    { $lines ->
        [one] Texten är ungefär 1 rad. Mallen räknar med minst { $fewest }.
       *[other] Texten är ungefär { $lines } rader. Mallen räknar med minst { $fewest }.
    }
check-text-too-short-hint = Skriv lite mer, så att den som bara läser det här förstår.
check-field-unknown = Mallen har inget fält ”{ $field }”, så det som står där skrivs inte ut: ”{ $text }”
check-field-unknown-hint = Flytta texten till ett annat fält om den behövs. Töm sedan fältet.
check-kind-unknown =
    { $kind ->
        [none] Det går inte att se vad det här hör till, så det skrivs inte ut: ”{ $text }”
       *[other] Mallen har ingen plats för ”{ $kind }” här, så det skrivs inte ut: ”{ $text }”
    }
check-kind-unknown-hint = Flytta texten dit den hör om den behövs, och ta bort det som står fel.
check-too-few =
    { $count ->
        [0] { $kind } saknas. Minst { $bound } behövs.
       *[other] { $kind }: { $count }. Minst { $bound } behövs.
    }
check-too-few-hint = Lägg till det som saknas.
check-too-many = { $kind }: { $count }. Mallen tillåter högst { $bound }.
check-too-many-hint = Slå ihop några, eller ta bort det som betyder minst.
check-character-unprintable = Tecknet { $character } ({ $codepoint }) går inte att skriva ut. På sidan står en tom ruta.
check-character-unprintable-hint = Ta bort tecknet, eller säg samma sak med ord.
check-conflict =
    { $said ->
        [both] Två personer har skrivit olika. ”{ $shown }” står på sidan, och ”{ $other }” skrev den andra.
        [emptied] En person har skrivit ”{ $shown }” och en annan har tömt fältet.
        [removed]
            { $shown ->
                [no] En person har tagit bort den här delen. En annan har skrivit eller lagt till något i den.
               *[other] En person har skrivit ”{ $shown }” och en annan har tagit bort hela delen.
            }
       *[neither] Två personer har fyllt i fältet olika. På sidan står det som skrevs sist.
    }
check-conflict-hint = Bestäm er för en text och skriv in den. Den andra finns kvar i historiken.
check-value-unreadable =
    { $what ->
        [own] Uppgifter om var delen hör hemma är skadade i arbetsfilen och går inte att läsa.
       *[field] Det som står här är skadat i arbetsfilen och går inte att läsa, så det visas inte.
    }
check-value-unreadable-hint =
    { $what ->
        [own] Flytta delen dit den hör, eller ta bort den och skriv den igen. En säkerhetskopia eller en kollegas kopia visar hur det såg ut.
       *[field] Skriv det igen, eller töm fältet. En säkerhetskopia eller en kollegas kopia visar hur det såg ut.
    }
check-misplaced =
    { $printed ->
        [yes] Det som den här delen stod under är borttaget. Den står nu för sig.
       *[no] Det som den här delen stod under är borttaget, så den skrivs inte ut.
    }
check-misplaced-hint = Flytta delen dit den hör, eller ta bort den också.
check-number-twice = Numret { $number } finns två gånger.
check-number-twice-hint = Flytta en av dem ett steg och sedan tillbaka. Då får den nästa lediga nummer.
check-title-full-stop = Rubriken slutar med punkt.
check-title-full-stop-hint = Ta bort punkten.
check-alt-missing =
    { $what ->
        [logotype] En logotyp saknar alternativ text. Den som inte ser bilden får inte veta vems den är.
       *[picture] Bilden saknar alternativ text. Den som inte ser bilden får inte veta vad den visar.
    }
check-alt-missing-hint =
    { $what ->
        [logotype] Skriv vems logotypen är, under Logotyper i gruppens uppgifter.
       *[picture] Skriv med några ord vad bilden visar. Är den bara till prydnad: ta bort den och lägg in den på nytt, utan text.
    }

# Året: mål, aktiviteter, pengar och dagar.
check-end-before-start = Slutet, { $end }, är före starten, { $start }.
check-end-before-start-hint = Rätta den dag som är fel.
check-outside-period = { $day } ligger utanför året, { $first }–{ $last }.
check-outside-period-hint =
    { $several ->
        [yes] Rätta dagen. Är den rätt, svara ja på ”{ $label }”.
       *[no] Rätta dagen.
    }
check-milestone-outside = Milstolpen { $day } ligger utanför aktivitetens tid.
check-milestone-outside-hint = Rätta dagen, eller ändra när aktiviteten börjar eller slutar.
check-financing-differs =
    { $paid ->
        [nobody] Budgeten är { $amount }, men det står inte vem som betalar.
       *[some] Budgeten är { $amount }, men finansieringen är sammanlagt { $financed }. Det skiljer { $difference }.
    }
check-financing-differs-hint =
    { $lacks ->
        [amount] Fyll i beloppet på varje rad i finansieringen, eller ta bort raden.
        [financier] Fyll i vem som betalar på varje rad i finansieringen, eller ta bort raden. Beloppen ska tillsammans bli lika stora som budgeten.
       *[none]
            { $paid ->
                [nobody] Skriv i finansieringen vem som betalar och hur mycket.
               *[some] Ändra beloppen så att finansieringen blir lika stor som budgeten.
            }
    }
check-responsible-outside =
    { $named ->
        [yes] { $person } är ansvarig men har ingen roll i gruppen.
       *[no] Den som är ansvarig har varken namn eller roll i gruppen.
    }
check-responsible-outside-hint = Skriv vilken roll personen har i gruppen, eller välj en annan ansvarig.
check-goal-without-activity = Här finns ingen aktivitet.
check-goal-without-activity-hint = Lägg till minst en aktivitet: vad gör ni för att nå dit?
check-goal-without-indicator = Här finns ingen indikator.
check-goal-without-indicator-hint = Lägg till något som visar om det blir bättre. Det kan vara ett tal eller en beskrivning.
check-target-against-direction = Målvärdet, { $target }, är sämre än utgångsvärdet, { $baseline }, när ”{ $direction }” gäller.
check-target-against-direction-hint = Rätta målvärdet, utgångsvärdet eller riktningen.
check-follow-up-unmeasurable = Uppföljningen säger varken när den görs eller vad som mäts.
check-follow-up-unmeasurable-hint = Skriv en dag, en månad eller ett mått: ”Enkät i november”.
check-method-no-sentence = Metoden är ingen hel mening.
check-method-no-sentence-hint = Skriv med minst en hel mening hur det går till.
check-deviation-unexplained = Läget är ”{ $status }”, men det står inte varför.
check-deviation-unexplained-hint = Skriv vad som har hänt och vad ni gör åt det.
check-forecast-unexplained = Prognosen är { $forecast } och budgeten { $amount }, men det står inte varför de skiljer sig.
check-forecast-unexplained-hint = Skriv skälet i kommentaren, eller rätta prognosen.

check-assessment-unmotivated =
    { $reached ->
        [0] Inget av målvärdena är nått, så indikatorerna pekar på ”{ $suggested }”. Bedömningen är ”{ $chosen }”, men det står inte varför.
        [one]
            { $measured ->
                [one] Målvärdet är nått, så indikatorerna pekar på ”{ $suggested }”. Bedömningen är ”{ $chosen }”, men det står inte varför.
               *[other] 1 av { $measured } målvärden är nått, så indikatorerna pekar på ”{ $suggested }”. Bedömningen är ”{ $chosen }”, men det står inte varför.
            }
       *[other] { $reached } av { $measured } målvärden är nådda, så indikatorerna pekar på ”{ $suggested }”. Bedömningen är ”{ $chosen }”, men det står inte varför.
    }
check-assessment-unmotivated-hint = Indikatorerna bestämmer inte åt er. Skriv i motiveringen vad som talar för er bedömning.

# Språket och besluten.
known-abbreviations = AB, EU, FN, IT, PM, PDF, TV, SMS, USA, UTKAST
check-personal-number = Här står något som ser ut som ett personnummer. Det börjar med { $beginning }.
check-personal-number-hint = Ta bort det. Personnummer hör inte hemma i gruppens handlingar, som blir allmänna.
check-sentence-long = Meningen har { $words } ord: ”{ $beginning }”
check-sentence-long-hint = Dela den, eller stryk det som inte behövs. Meningar med högst 25 ord är lättare att läsa.
check-abbreviation-unexplained = Förkortningen { $word } förklaras inte första gången den står.
check-abbreviation-unexplained-hint = Skriv ut orden första gången, med förkortningen inom parentes. Sedan räcker förkortningen.
check-decision-form =
    { $why ->
        [body] Det står inte vem som ska besluta.
        [infinitive] Punkten börjar inte med ett verb som passar efter ”att”: ”{ $point }”
        [stopped] Punkten fortsätter på ”beslutar att” och ska inte ha punkt på slutet: ”{ $point }”
        [lower] Punkten fortsätter på ”beslutar att” och ska börja med liten bokstav: ”{ $point }”
        [capital] Punkten är en egen mening och ska börja med stor bokstav: ”{ $point }”
        [unstopped] Punkten är en egen mening och ska sluta med punkt: ”{ $point }”
        [leans] Punkten hänvisar till förslaget och går inte att förstå för sig: ”{ $point }”
       *[several] Punkten tycks innehålla flera beslut: ”{ $point }”
    }
check-decision-form-hint =
    { $why ->
        [body] Välj vem som ska besluta. Valet står ovanför punkterna.
        [infinitive] Börja till exempel med fastställa, godkänna, notera eller ge. Skriv inte ut ordet ”att”.
        [leans] Skriv ut vad som beslutas. Punkten klistras in i protokollet, där förslaget inte syns.
        [several] Skriv ett beslut i varje punkt, så att de kan fattas var för sig.
       *[other] Rätta punkten.
    }
check-phrase-unfilled = Frasen är inte ifylld. Det står bara ”…” på ett ställe: ”{ $point }”
check-phrase-unfilled-hint = Skriv det som saknas i stället för ”…”, eller ta bort det stället.

# Dokumentet som det här bygger på.
check-mandate-missing = Uppdragsbeskrivningen för { $year } finns inte i arbetsfilen.
check-mandate-missing-hint = Planen och uppdragsbeskrivningen är tillsammans gruppens uppdrag. Läs in uppdragsbeskrivningen, eller börja på den. Då står hänvisningen i planen från början.
check-source-missing = Dokumentet som det här bygger på finns inte i arbetsfilen.
check-source-missing-hint = Läs in det, eller börja på det. Först då finns det rader att fylla i.
check-source-draft = Det här bygger på ”{ $title }”, som inte har lämnats in och fortfarande kan ändras.
check-source-draft-hint = Lämna in det dokumentet först, så att båda säger detsamma.
check-object-gone = Det som raden handlar om finns inte kvar i dokumentet som den kommer från.
check-object-gone-hint = Låt raden stå och skriv varför, eller ta bort den.
check-date-before-handled = Datumet, { $date }, är före dagen då gruppen behandlade dokumentet, { $handled }.
check-date-before-handled-hint = Rätta den dag som är fel.
check-date-before-period = Datumet, { $date }, är före den tid som dokumentet gäller.
check-date-before-period-hint = Kontrollera årtalet.
check-date-ahead =
    { $what ->
        [adopted] { $day } är efter dagen då dokumentet fastställdes, { $last }.
        [handed_in] { $day } är efter dagen då dokumentet lämnades in, { $last }.
       *[ahead] { $day } är mer än tre månader fram i tiden.
    }
check-date-ahead-hint = Kontrollera dag och år, och rätta det som är fel.
check-date-after-meeting = Datumet, { $date }, är efter sammanträdet, { $meeting }.
check-date-after-meeting-hint = Rätta den dag som är fel.
check-title-says-nothing = Rubriken ”{ $title }” säger inte vad ärendet gäller.
check-title-says-nothing-hint = Skriv vad som ska beslutas eller vad läsaren får veta.
check-amount-negative = Budgeten är { $amount }.
check-amount-negative-hint = Skriv beloppet utan minus. Blir det billigare än planerat hör det till rapporten.
check-day-off =
    { $off ->
        [new_year] { $day } är nyårsdagen.
        [epiphany] { $day } är trettondedag jul.
        [good_friday] { $day } är långfredagen.
        [easter] { $day } är påskdagen.
        [easter_monday] { $day } är annandag påsk.
        [may_day] { $day } är första maj.
        [ascension] { $day } är Kristi himmelsfärdsdag.
        [pentecost] { $day } är pingstdagen.
        [national_day] { $day } är nationaldagen.
        [midsummer_eve] { $day } är midsommarafton.
        [midsummer] { $day } är midsommardagen.
        [all_saints] { $day } är alla helgons dag.
        [christmas_eve] { $day } är julafton.
        [christmas] { $day } är juldagen.
        [boxing_day] { $day } är annandag jul.
        [new_years_eve] { $day } är nyårsafton.
        [saturday] { $day } är en lördag.
       *[sunday] { $day } är en söndag.
    }
check-day-off-hint = Kontrollera dagen. Välj helst en vardag.

# Gruppens personer och deras uppdrag.
check-office-vacant = { $office } saknas i gruppen.
check-office-vacant-hint = Lägg till personen, eller skriv rollen för den som har den.
check-office-crowded =
    { $max ->
        [one] { $count } personer har rollen { $office }. Bara en ska ha den.
       *[other] { $count } personer har rollen { $office }. Högst { $max } ska ha den.
    }
check-office-crowded-hint = Ändra rollen för någon av dem, eller skriv när uppdraget slutar.
check-term-ending = Uppdraget som { $as } slutar { $day }, och ingen står på tur att ta över.
check-term-ending-hint =
    { $overlap ->
        [0] Utse nästa { $as } i god tid.
        [one] Utse nästa { $as } i god tid. Ni bör hinna arbeta sida vid sida i en månad.
       *[other] Utse nästa { $as } i god tid. Ni bör hinna arbeta sida vid sida i { overlap-number } månader.
    }
# Tal till och med tolv skrivs med bokstäver i löpande text.
overlap-number =
    { $overlap ->
        [2] två
        [3] tre
        [4] fyra
        [5] fem
        [6] sex
        [7] sju
        [8] åtta
        [9] nio
        [10] tio
        [11] elva
        [12] tolv
       *[other] { $overlap }
    }
check-term-over = Uppdraget som { $as } slutade { $day }.
check-term-over-hint = Lägg till den som har tagit över. Är uppdraget förlängt: ändra dagen.
check-term-long =
    { $months ->
        [6] Uppdraget som { $as } slutar { $day }. Då blir uppdraget längre än sex månader.
        [12] Uppdraget som { $as } slutar { $day }. Då blir uppdraget längre än ett år.
        [24] Uppdraget som { $as } slutar { $day }. Då blir uppdraget längre än två år.
        [36] Uppdraget som { $as } slutar { $day }. Då blir uppdraget längre än tre år.
        [48] Uppdraget som { $as } slutar { $day }. Då blir uppdraget längre än fyra år.
       *[other] Uppdraget som { $as } slutar { $day }. Då blir uppdraget längre än { $months } månader.
    }
check-term-long-hint = Rätta dagen. Är personen omvald: skriv dagen för omvalet som uppdragets början.
check-same-side =
    { $side ->
        [municipality] { $first } och { $second } kommer båda från kommunerna.
        [region] { $first } och { $second } kommer båda från regionen.
       *[other] { $first } och { $second } kommer från samma sida.
    }
check-same-side-hint = Låt någon från en annan sida ta det ena uppdraget, om det går.
check-offices-together = { $name } är både { $first } och { $second }.
check-offices-together-hint = Låt två personer dela på uppdragen, eller skriv när det ena slutar.
check-membership-count =
    { $among ->
        [preparers]
            { $of ->
                [office]
                    { $count ->
                        [0] I beredningen finns ingen med rollen { $office }. { membership-bound }
                       *[other] I beredningen finns { $count } med rollen { $office }. { membership-bound }
                    }
                [called]
                    { $count ->
                        [0] I beredningen finns inga { $called }. { membership-bound }
                        [one] I beredningen finns en av era { $called }. { membership-bound }
                       *[other] I beredningen finns { $count } { $called }. { membership-bound }
                    }
               *[anyone]
                    { $count ->
                        [0] I beredningen finns ingen. { membership-bound }
                        [one] I beredningen finns 1 person. { membership-bound }
                       *[other] I beredningen finns { $count } personer. { membership-bound }
                    }
            }
       *[group]
            { $of ->
                [office]
                    { $count ->
                        [0] I gruppen finns ingen med rollen { $office }. { membership-bound }
                       *[other] I gruppen finns { $count } med rollen { $office }. { membership-bound }
                    }
                [called]
                    { $count ->
                        [0] I gruppen finns inga { $called }. { membership-bound }
                        [one] I gruppen finns en av era { $called }. { membership-bound }
                       *[other] I gruppen finns { $count } { $called }. { membership-bound }
                    }
               *[anyone]
                    { $count ->
                        [0] I gruppen finns ingen. { membership-bound }
                        [one] I gruppen finns 1 person. { membership-bound }
                       *[other] I gruppen finns { $count } personer. { membership-bound }
                    }
            }
    }
membership-bound =
    { $bound ->
        [exactly] Det ska vara { $expected }.
        [at_least] Det ska vara minst { $expected }.
       *[at_most] Det ska vara högst { $expected }.
    }
check-membership-count-hint = Rätta uppgifterna om personerna, eller utse dem som saknas.
check-overlap-short = { $name } börjar { $day }, och den som har uppdraget slutar { $last }. Överlappningen blir kortare än { $months } månader.
check-overlap-short-hint = Låt { $name } börja gå bredvid tidigare om det går. Går det inte, säg i anmälan hur ni gör i stället.
check-person-twice = { $name } står två gånger i gruppen.
check-person-twice-hint = Är det samma person, skriv alla roller på ett ställe, under Fler uppdrag i gruppen, och ta bort den andra.
check-substitute-unfit =
    { $why ->
        [self] { $name } står som sin egen ersättare.
        [each-other] { $name } och { $substitute } ersätter varandra. Kan ingen av dem komma finns det ingen ersättare.
       *[left] { $substitute }, som ska ersätta { $name }, har lämnat gruppen.
    }
check-substitute-unfit-hint = Välj någon annan som ersättare.
check-party-unrepresented =
    { $count ->
        [one] Ingen i gruppen företräder { $parties }.
       *[other] Ingen i gruppen företräder dessa: { $parties }.
    }
check-party-unrepresented-hint = Be dem utse någon, och lägg till personen.
check-leave-together =
    { $together ->
        [yes] Alla i beredningen slutar { $first }.
       *[no] Alla i beredningen slutar nästan samtidigt, { $first }–{ $last }.
    }
check-leave-together-hint = Låt uppdragen ta slut olika år, så att någon alltid har varit med förut.
check-appointment-unsaid =
    { $lacks ->
        [who] Vem som utsåg { $name } framgår inte.
        [day] Det står inte när { $name } utsågs.
       *[both] Det står varken vem som utsåg { $name } eller när.
    }
check-appointment-unsaid-hint =
    { $lacks ->
        [who] { $by } utser. Skriv vem det var.
        [day] Skriv vilken dag uppdraget började.
       *[both] { $by } utser. Skriv vem det var och vilken dag uppdraget började.
    }
check-attachment-missing = Bilaga { $number }, ”{ $name }”, har ingen fil i arbetsfilen och följer inte med.
check-attachment-missing-hint = Bifoga filen som PDF, eller ta bort raden om den inte ska med.
check-attachment-encrypted = Bilaga { $number }, ”{ $name }”, är låst med lösenord eller krypterad och följer inte med.
check-attachment-encrypted-hint = Spara om filen utan lösenord och skydd, och bifoga den på nytt.
check-attachment-damaged = Bilaga { $number }, ”{ $name }”, går inte att läsa som PDF och följer inte med.
check-attachment-damaged-hint = Be avsändaren om filen på nytt, eller spara om den som PDF, och bifoga den.
check-attachment-superseded = Bilaga { $number }, ”{ $name }”, är en äldre utgåva. Utgåva { $edition } har lämnats in sedan dess.
check-attachment-superseded-hint = Exportera utgåva { $edition } under Historik i det dokumentet, och byt filen här.

## Det som inte gick att göra. Varje kod har en mening (error-<kod>) och ett råd (error-<kod>-hint).

# Arbetsfilen
error-file-missing = Filen { $path } finns inte.
error-file-missing-hint = Kontrollera namnet och mappen. Ligger filen i OneDrive kan den behöva hämtas först.
error-file-exists = Filen { $path } finns redan.
error-file-exists-hint = Välj ett annat namn. Den som finns skrivs aldrig över.
error-file-empty = Filen { $path } är tom.
error-file-empty-hint = Kopieringen eller hämtningen kan ha avbrutits. Hämta filen igen. Säkerhetskopiorna ligger i mappen bredvid, den vars namn slutar på .backups: öppna den nyaste. Du kan också be en kollega om en kopia.
error-not-a-workspace = { $path } är ingen arbetsfil för Missiv.
error-not-a-workspace-hint = Välj en arbetsfil: den slutar på .missiv. Är det rätt fil kan den vara skadad: be den som du har fått den av om en ny kopia. Till en egen fil ligger säkerhetskopiorna i mappen bredvid, den vars namn slutar på .backups: öppna den nyaste.
error-no-opener = Datorn har inget program som visar { $name }.
error-no-opener-hint = Be it-stödet om ett program som visar den. Det du har exporterat ligger kvar där du sparade det.
error-file-damaged = Delar av { $path } går inte att läsa.
error-file-damaged-hint = Filen är lämnad som den var. Säkerhetskopiorna ligger i mappen bredvid, den vars namn slutar på .backups: öppna den nyaste. Du kan också be en kollega om en kopia.
error-open-file-damaged = Delar av arbetsfilen går inte att läsa.
error-open-file-damaged-hint = Har du skrivit något som inte är sparat kopierar du det först till ett annat program. Säkerhetskopiorna ligger i mappen bredvid, den vars namn slutar på .backups: öppna den nyaste. Du kan också be en kollega om en kopia.
error-file-altered = Något annat program har ändrat i hur { $path } är uppbyggd.
error-file-altered-hint = Filen är lämnad som den var. Säkerhetskopiorna ligger i mappen bredvid, den vars namn slutar på .backups: öppna den nyaste. Du kan också be en kollega om en kopia.
error-file-newer = { $path } är gjord av en nyare version av Missiv.
error-file-newer-hint = Uppdatera programmet och öppna filen igen.
error-file-busy = Ett annat program skriver i { $path } hela tiden.
error-file-busy-hint = Vänta tills synkningen är klar, till exempel OneDrive, och försök igen.
error-read-only-newer = Filen är gjord av en nyare version av Missiv. Du kan läsa och exportera, men inte ändra.
error-read-only-newer-hint = Uppdatera programmet för att kunna skriva i filen.
error-read-only-locked = Filen är öppen någon annanstans. Du kan läsa och exportera, men inte ändra.
error-read-only-locked-hint = Stäng filen där den är öppen och öppna den här igen.
error-read-only-permission = Filen eller mappen är skrivskyddad. Du kan läsa och exportera, men inte ändra.
error-read-only-permission-hint = Kopiera filen till en egen mapp och öppna kopian.
error-read-only-back-up = Det här är en säkerhetskopia. Du kan läsa och exportera, men inte ändra.
error-read-only-back-up-hint = Vill du arbeta vidare med den väljer du Spara en kopia att lämna …, lägger kopian i gruppens mapp och öppnar den där.
error-read-only-back-up-command = Lägg den i arbetsfilens ställe med ”missiv restore”, eller gör en fil av den med ”missiv copy”.
error-store = Det gick inte att läsa eller spara i arbetsfilen.
error-store-hint = Det som senast sparades finns kvar i filen. Kontrollera att det finns plats på disken och försök igen. Tekniskt besked: { $reason }
error-dump-malformed = JSON-filen är ingen hel arbetsfil, eller så är den skadad.
error-dump-malformed-hint = Exportera arbetsfilen till JSON en gång till och läs in den nya. Tekniskt besked: { $reason }

# Filer och mappar
error-io =
    { $why ->
        [missing] { $path } finns inte.
        [permission] Du får inte läsa eller skriva { $path }.
        [full] Disken är full, så { $path } kunde inte skrivas.
        [read-only] { $path } ligger på en disk som inte går att skriva på.
        [folder] { $path } är en mapp, inte en fil.
        [not-folder] En del av { $path } är en fil, inte en mapp.
        [busy] { $path } används av ett annat program.
       *[other] { $path } går inte att läsa eller skriva.
    }
error-io-hint =
    { $why ->
        [missing] Kontrollera namnet och mappen.
        [permission] Välj en annan mapp, eller be den som äger mappen om rätt att skriva där.
        [full] Gör plats på disken, eller välj en annan disk.
        [read-only] Välj en annan mapp.
        [folder] Skriv också filens namn.
        [not-folder] Kontrollera namnet och mappen.
        [busy] Stäng filen i det andra programmet och försök igen.
       *[other] Försök igen. Tekniskt besked: { $reason }
    }
error-exists = { $path } finns redan.
error-exists-hint = Välj ett annat namn, eller flytta undan det som finns.
error-another-rendition =
    { $what ->
        [archive] { $path } är en arkivkopia, och skrivs inte över av en annan sorts fil.
        [receipt] { $path } är ett tillgänglighetskvitto, och skrivs inte över av en annan sorts fil.
       *[working] { $path } är den vanliga PDF-filen, och skrivs inte över av en annan sorts fil.
    }
error-another-rendition-hint = Välj ett annat namn eller en annan mapp.
error-file-too-large = { $path } är för stor för att läsas.
error-file-too-large-hint = Så stor blir ingen fil från Missiv. Kontrollera att det är rätt fil.
standard-input = Standardinmatningen
error-stdin-too-long = Texten från standardinmatningen är för lång.
error-stdin-too-long-hint = Den får vara högst 4 MB. Dela den på flera fält, eller bifoga den som PDF.
error-stdin-not-text = Texten från standardinmatningen är inte skriven i UTF-8.
error-stdin-not-text-hint = Spara om texten med teckenkodningen UTF-8 och försök igen.
error-stdin-empty = Det kom ingen text från standardinmatningen, så fältet är som det var.
error-stdin-empty-hint = Kontrollera kommandot som texten skulle komma från. Ska fältet tömmas: skriv --clear i stället för bindestrecket.

# Namn som inte finns
error-no-file = Filen ”{ $name }” finns inte.
error-no-file-hint = { error-choices }
error-no-folder = Mappen ”{ $name }” finns inte.
error-no-folder-hint = Kontrollera namnet och var mappen ligger.
error-file-moved = Arbetsfilen ligger inte kvar där den öppnades. Någon har flyttat den, tagit bort den, skrivit över den eller lagt en annan i dess ställe.
error-file-moved-hint = Det du nyss skrev är inte sparat. Lägg tillbaka filen, så sparas det. Går inte det: välj Spara en kopia att lämna …, öppna kopian och klistra in det senaste där.
error-read-only-full = Disken är full, så arbetsfilen kan bara läsas.
error-read-only-full-hint = Gör plats på disken och öppna filen igen. Det går att exportera och kopiera till en annan disk under tiden.
error-occupied-another = Där ligger redan en annan fil.
error-occupied-another-hint = Välj ett annat namn. En kopia ersätter bara en äldre kopia av samma arbetsfil.
error-copy-onto-itself = En kopia kan inte ligga där arbetsfilen själv ligger.
error-copy-onto-itself-hint = Välj ett annat namn eller en annan mapp.
error-occupied-news = Där ligger en kopia som någon har skrivit i.
error-occupied-news-hint = Hämta först in den i arbetsfilen, eller välj ett annat namn.
error-occupied-program = Där ligger en kopia som är öppen i ett annat program.
error-occupied-program-hint = Stäng den först, eller välj ett annat namn.
error-workspace-in-the-way = { $path } är en arbetsfil och skrivs inte över.
error-workspace-in-the-way-hint = Välj ett annat namn.
error-not-a-file = { $path } är ingen vanlig fil.
error-not-a-file-hint = Välj en fil.
error-no-template = Mallen ”{ $name }” finns inte.
error-no-template-hint = { error-choices }
error-no-profile = Profilen ”{ $name }” finns inte.
error-no-profile-hint = { error-choices }
error-no-calendar = Det finns ingen inläst tidplan för { $name }.
error-no-calendar-hint = Har ni fått en tidplan läser du in den under Mallar.
error-no-calendar-command = Har ni fått en tidplan? Läs in den: ”missiv calendar load” och filen, med --packs och mappen där den ska ligga.
error-no-document = Dokumentet ”{ $name }” finns inte.
error-no-document-hint = { error-choices }
error-no-object = Inget i dokumentet heter ”{ $name }”.
error-no-object-hint = { error-choices }
error-no-field = Fältet ”{ $name }” finns inte.
error-no-field-hint = { error-choices }
error-no-field-command = { error-choices } ”missiv fields” visar vad som kan stå i dem.
error-no-kind = Mallen har inget som heter ”{ $name }”.
error-no-kind-hint = { error-choices }
error-no-person = Ingen i gruppen heter ”{ $name }”.
error-no-person-hint =
    { $choices ->
        [some] Välj bland: { $known }.
       *[none] Lägg in personen i gruppen först.
    }
error-no-edition =
    { $choices ->
        [some] Den utgåvan finns inte.
       *[none] Dokumentet är inte inlämnat än.
    }
error-no-edition-hint =
    { $choices ->
        [some] Välj bland: { $known }.
       *[none] Lämna in det först.
    }
error-no-section = Dokumentet har inget avsnitt som heter ”{ $name }”.
error-no-section-hint = { error-choices }
error-choices =
    { $choices ->
        [some] Välj bland: { $known }.
       *[none] Kontrollera hur det är skrivet.
    }
error-ambiguous = ”{ $name }” passar på flera: { $known }.
error-ambiguous-hint = Skriv ett namn som bara passar på ett av dem.
error-ambiguous-template = ”{ $name }” passar på flera mallar: { $known }.
error-ambiguous-template-hint = Välj en av dem.
error-ambiguous-template-command = Skriv en av dem i stället. Till ett missiv om ett ärende skrivs den efter --with.

# Värden och ändringar
error-bad-value =
    { $why ->
        [no_day] { $text } finns inte.
        [week] { $text } är ingen dag. Välj en dag i veckan, till exempel fredagen.
        [empty] Det står inget i ”{ $field }”.
       *[unfit] ”{ $text }” passar inte i ”{ $field }”.
    }
error-bad-value-hint =
    { $choices ->
        [some]
            { $code ->
                [decision] Skriv { type-decision }. Till exempel:
                    { "    " }{ $example }
                    { "    " }fastställa planen
                    { "    " }ge gruppen i uppdrag att redovisa den i maj
                    Det kan inledas så här: { $known }.
                [rows] Skriv en rad i taget, med semikolon mellan kolumnerna: { $known }.
               *[other] Välj bland: { $known }.
            }
       *[none] Skriv { $type }.
    }
error-bad-year = ”{ $name }” är inget år.
error-bad-year-hint = Skriv året med fyra siffror, till exempel 2026.
error-document-exists = ”{ $name }” finns redan i arbetsfilen.
error-document-exists-hint = Öppna det som finns. Ska det gälla ett annat år: välj det året.
error-group-stays = Gruppens egna uppgifter kan inte tas bort, för alla dokument bygger på dem.
error-group-stays-hint = Ändra dem i stället, eller ta bort en person eller ett dokument.
error-handed-in = ”{ $name }” har lämnats in som utgåva { $number } och kan inte tas bort.
error-handed-in-hint = Det som är inlämnat finns kvar som det var. Skriv i utkastet och lämna in en ny utgåva om något har ändrats.
error-remitted = Utgåva { $number } är redan återremitterad.
error-remitted-hint = Lämna in dokumentet på nytt. Den nya utgåvan kan fastställas.
error-adopted-already = Utgåva { $number } är redan fastställd.
error-adopted-already-hint = Blev något fel? Anteckna en återremiss, lämna in dokumentet på nytt och fastställ den nya utgåvan.
error-future = { $name } har inte inträffat än.
error-future-hint = Anteckna det som har hänt, med den dag då det hände.
error-nothing-to-prefill = ”{ $name }” har inga redovisningstillfällen att fylla i.
error-nothing-to-prefill-hint = De står i uppföljningsplanen och i planen.
error-cannot-stand-there = ”{ $kind }” kan inte stå där.
error-cannot-stand-there-hint = Mallen bestämmer vad som kan stå under vad. Välj det som delen ska höra till, till exempel ett mål för en aktivitet.
error-cannot-stand-there-command = Mallen bestämmer vad som kan stå under vad. Skriv --below och delen som det ska stå under, till exempel målets nummer.
error-follows-another = Raden kommer från ett annat dokument. Den kan inte läggas till, flyttas eller tas bort här.
error-follows-another-hint = Gör ändringen i det dokumentet, så följer raden med.
error-blocked =
    { $count ->
        [one] 1 sak hindrar inlämningen.
       *[other] { $count } saker hindrar inlämningen.
    }
error-blocked-hint = Kontrollera dokumentet och rätta det som hindrar. Som utkast går det alltid att exportera.
error-unchanged = Inget är ändrat sedan utgåva { $edition } lämnades in.
error-unchanged-hint = Den utgåva som finns gäller. Exportera den, eller ändra något först.
error-stands-in-the-log = ”{ $name }” står i historiken och tas inte tillbaka.
error-stands-in-the-log-hint = Blev det fel antecknar du det rätta på nytt; båda anteckningarna står kvar. Det du skrev dessförinnan återställer du under Historik.
error-undo-ends =
    { $act ->
        [adopt] Här slutar det som går att ångra: ”{ $name }” har fastställts.
       *[submit] Här slutar det som går att ångra: ”{ $name }” har lämnats in.
    }
error-undo-ends-hint = Det som skrevs dessförinnan återställer du under Historik.
error-nothing-to-undo = Det finns inget eget att ångra eller göra om.
error-nothing-to-undo-hint = Det som andra har gjort går inte att ångra härifrån. Det står i historiken.

# Mallar, sidor, bilder och PDF
error-import-twice = ”{ $name }” står två gånger i filen, så det ena skulle gå förlorat.
error-import-twice-hint = Samma id får bara stå en gång. Det gäller också dokument som det bara finns ett av för varje period. Byt id eller ta bort det ena.
error-import-reserved = Fältet ”{ $name }” hör till programmet och kan inte läsas in.
error-import-reserved-hint = Namn som börjar med @ skriver programmet självt. Ta bort fältet ur filen.
error-import-too-long = Det som ska stå i fältet ”{ $name }” är för långt.
error-import-too-long-hint = Ett fält rymmer högst 4 MB. Dela texten på flera fält, eller bifoga den som PDF.
error-not-a-picture = Filen är ingen bild som går att skriva ut.
error-not-confirmed = Ingenting är borttaget.
error-not-confirmed-hint = Svara ja på frågan, eller skriv --yes om ingen kan svara.
error-not-a-pdf = ”{ $name }” är ingen PDF-fil.
error-not-a-pdf-hint = Spara filen som PDF i det program den är gjord i, och bifoga den.
error-attachment-too-large = ”{ $name }” är för stor att bifoga.
error-attachment-too-large-hint = En bilaga får vara högst 20 MB, och alla bilagor till ett dokument tillsammans högst 40 MB. Gör filen mindre, eller skicka den för sig.
error-not-a-picture-hint = Välj en bild i formatet SVG, PNG eller JPEG, högst 5 megabyte stor och 6 000 bildpunkter bred och hög. En SVG får inte ha länkar, filter eller skript. Går bilden att öppna i ett annat program: spara om den därifrån.
error-pack-faulty = ”{ $id }” har { $count } fel och kan inte användas.
error-pack-faulty-hint = Rätta felen, eller be den som gav ut mallen om en ny.
error-no-pack = { $path } kan inte läsas som mall, profil eller tidplan. { $why }
error-no-pack-hint = Kontrollera att det är rätt mapp eller zip-fil.
error-nowhere-to-load = Säg vilken mapp som mallar, profiler och tidplaner ska ligga i.
error-nowhere-to-load-hint = Skriv --packs och mappen. Samma mapp anges sedan i de kommandon som ska hitta det du läst in; den kan också stå i miljövariabeln MISSIV_PACKS.
error-worker-not-started = Det gick inte att starta den del av programmet som gör sidor av mallar utifrån.
error-worker-not-started-hint = Arbetsfilen är orörd. Ett virusskydd kan hindra programmet från att starta sig självt: fråga den som sköter datorn. Tekniskt besked: { $reason }
error-worker-too-slow = Sidorna blev inte klara på { $seconds } sekunder och avbröts.
error-worker-too-slow-hint = Arbetsfilen är orörd. Ett mycket långt dokument tar längre tid, och en upptagen dator också: vänta lite och ändra något, så görs sidorna på nytt. Finns det ett fält med ett ord på flera tusen tecken? Dela eller stryk det. Kommer mallen utifrån kan något i den hänga sig: be den som gav ut mallen att rätta det.
error-worker-too-large = Sidorna behövde mer minne än de får, eller blev för många, och avbröts.
error-worker-too-large-hint = Arbetsfilen är orörd. Mallen kommer utifrån, och något i den växer utan gräns. Be den som gav ut mallen att rätta det.
error-worker-died = Arbetet med sidorna stannade innan de var klara.
error-worker-died-hint = Arbetsfilen är orörd. Mallen kommer utifrån, och troligen begär den mer minne än den får. Be den som gav ut mallen att rätta det.
error-worker-garbled = Sidorna kom inte fram hela.
error-worker-garbled-hint = Arbetsfilen är orörd. Försök igen. Händer det en gång till: installera om programmet.
error-layout-faulty = Sidorna gick inte att göra: { $first }
error-layout-faulty-hint = Felet ligger i mallens layout, och texten är på engelska för att den kommer från Typst. Be den som gav ut mallen att rätta det.
error-export = PDF-filen blev inte som den skulle och är inte sparad.
error-export-hint = En äldre fil med samma namn är orörd. Försök igen. Händer det en gång till, säg till den som sköter mallen. Tekniskt besked: { $reason }
error-pdf-unreadable = Filen går inte att läsa som PDF.
error-pdf-unreadable-hint = Den kan vara skadad eller låst med lösenord. Be avsändaren om filen på nytt.
error-pdf-without-data = PDF-filen har inga uppgifter från Missiv med sig.
error-pdf-without-data-hint = Den kan vara gjord i ett annat program, eller så har uppgifterna fallit bort när flera filer slogs ihop. Be avsändaren om originalet.
error-archive-copy = ”{ $name }” är en arkivkopia. Den går att läsa och arkivera, men har inga uppgifter att läsa in.
error-archive-copy-hint = Läs in den vanliga PDF-filen i stället, den som inte är märkt som arkivkopia.
error-data-newer = PDF-filen är gjord av en nyare version av Missiv.
error-data-newer-hint = Uppdatera programmet och läs in filen igen. Tekniskt besked: { $reason }
error-data-malformed = Uppgifterna i PDF-filen går inte att läsa.
error-data-malformed-hint = Be avsändaren om originalet. Tekniskt besked: { $reason }
error-import-malformed = Rad { $line }, tecken { $column }: här går JSON inte att läsa.
error-import-malformed-hint = ”missiv show” med --json visar hur lagrade värden ser ut. Tekniskt besked: { $reason }

## Värden i text

type-line = en rad text
type-text = en text
type-time = när mötet börjar, och gärna när det slutar, till exempel 09.00–12.00
type-date = ett datum, till exempel 2026-09-12 eller 12/9
type-number = ett tal, till exempel 46 eller 46,5
type-money = ett belopp i hela kronor, till exempel 20 000
type-bool = ja eller nej
type-choice = ett av orden i listan
type-person = någon i gruppen, med namn, initialer eller roll
type-party = namnet på en organisation
type-body = namnet på ett organ
type-list = ett värde på varje rad
type-rows = en tabell med en rad i taget och tabb eller semikolon mellan kolumnerna
type-image = en bild med alternativ text
type-file = en fil med titel
type-reference = en handling med titel, och gärna datum och nummer
type-decision = hur beslutet inleds på första raden och sedan en punkt på varje rad

value-missing = saknas
value-yes = ja
value-no = nej

draft-mark = UTKAST
proposal-mark = FÖRSLAG
adopted-by = Fastställd av
edition-number = Version
the-group = gruppen
the-attachments = bilagor
the-adoption-day = dagen för beslutet
the-remittal-day = dagen för återremissen
the-sending-day = dagen då det skickades
the-meeting-days = mötesdagar { $year }
the-meeting-time = mötenas tid
the-column = kolumn { $number }
a-day-from = en dag från och med { $day }, då ärendet kom in
the-registration-day = dagen då det registrerades
the-registration = diarienumret
the-recipient = mottagaren
the-body = organet
the-reason = skälet

section-head = Dokumenthuvud
section-done = klart
section-done-by = klart ({ $person })
section-filled =
    { $required ->
        [0]
            { $blocking ->
                [0] inget krävs
               *[other] { $blocking } hindrar
            }
       *[other]
            { $blocking ->
                [0] { $filled } av { $required }
               *[other] { $filled } av { $required }, { $blocking } hindrar
            }
    }

## Historiken

op-undo = Ångrade: { $action }
op-redo = Gjorde om: { $action }
op-prefill = Fyllde i ur tidplanen
op-begin = Började på dokumentet
op-set = Ändrade ”{ $field }”
op-restore = Återställde ”{ $field }”
field-gone = ett fält som inte finns längre
op-add = Lade till { $kind }
op-remove = Tog bort { $kind }
op-move = Flyttade { $kind }
op-duplicate = Kopierade { $kind }
a-part = en del
the-document = dokumentet
op-paste = Klistrade in en tabell
op-import = Läste in dokument
op-read = Läste in en PDF
op-submit = Lämnade in dokumentet
op-adopt = Antecknade att dokumentet fastställdes
op-send = Antecknade att dokumentet skickades
op-remit = Antecknade en återremiss
op-register = Antecknade ett diarienummer
op-done =
    { $whole ->
        [yes] Klarmarkerade ett avsnitt
       *[other] Klarmarkerade ”{ $field }”
    }
op-not_done =
    { $whole ->
        [yes] Tog bort en klarmarkering
       *[other] Tog bort klarmarkeringen av ”{ $field }”
    }
op-carry_over = Förde över från året före
op-answers = Läste in svar från en ansvarig
log-submitted = Inlämnad
log-adopted = Fastställd
log-sent = Skickad
log-remitted = Återremitterad
log-registered = Registrerad
log-empty = Inget är antecknat än: dokumentet är varken inlämnat eller skickat.
log-columns = Datum, Händelse, Utgåva, Organ eller mottagare, Paragraf, Diarienummer, Skäl, Kontrollsumma på sidan, SHA-256 för PDF-filen
history-undone = (ångrat)
history-unknown = Okänd är den som inte har sagt sitt namn. Skriv --as och initialer, namn eller roll, så syns vem som gör vad.

## Kommandot missiv

state-draft = Utkast
state-submitted = Förslag
state-issued = Färdig
state-adopted = Fastställd
list-changed = ändrad sedan dess
list-faults =
    { $blocking ->
        [0]
            { $warnings ->
                [0] inget att se över
                [one] 1 bör ses över
               *[other] { $warnings } bör ses över
            }
        [one]
            { $warnings ->
                [0] 1 hindrar
                [one] 1 hindrar, 1 bör ses över
               *[other] 1 hindrar, { $warnings } bör ses över
            }
       *[other]
            { $warnings ->
                [0] { $blocking } hindrar
                [one] { $blocking } hindrar, 1 bör ses över
               *[other] { $blocking } hindrar, { $warnings } bör ses över
            }
    }

field-required =
    { $stage ->
        [adopt] Behövs när dokumentet fastställs.
        [if] Behövs beroende på ”{ $other }”.
       *[submit] Behövs vid inlämningen.
    }
field-choices = Välj bland: { $choices }
field-columns = Kolumner i ordning: { $columns }

show-parts = Delar utan nummer, med namnen som kommandon tar:

done-new = Arbetsfilen { $path } är skapad.
done-saved = Sparat: { $object }
done-removed = Dokumentet är borttaget. Det går att ångra.
done-unchanged = Inget ändrades. Det stod redan så.
done-import =
    { $count ->
        [one] Inläst. { $path } har 1 dokument.
       *[other] Inläst. { $path } har { $count } dokument.
    }
done-dump = Hela arbetsfilen är skriven till { $path }.
done-export = { $path } är skriven. Kontrollsumma: { $checksum }
done-export-archive = Arkivkopian { $path } är skriven. Kontrollsumma: { $checksum }
done-attachment = Bilagan ligger i { $path }.
done-purge = Uppgifterna om { $name } är borttagna ur arbetsfilen. Inlämnade och fastställda utgåvor är orörda.
done-purge-back-ups =
    { $count ->
        [one] En gammal säkerhetskopia är borttagen, och en ny är gjord.
       *[other] { $count } gamla säkerhetskopior är borttagna, och en ny är gjord.
    }
done-purge-kept =
    { $count ->
        [one] En säkerhetskopia har uppgifterna kvar. ”missiv purge” med --backups tar bort den.
       *[other] { $count } säkerhetskopior har uppgifterna kvar. ”missiv purge” med --backups tar bort dem.
    }
done-purge-elsewhere = Kollegors kopior har uppgifterna kvar tills de hämtar in din fil. Löpande text ändras inte: sök på namnet om det kan stå i den.
purge-question = Allt som står om { $name } tas bort ur arbetsfilen, också ur historiken. Det går inte att ångra. Svara ja för att ta bort:
purge-question-back-ups = Ska de gamla säkerhetskopiorna också tas bort? De har uppgifterna kvar. Svara ja för att ta bort dem:
purge-yes = ja
done-receipt = Tillgänglighetskvittot ligger i { $path }.
done-receipt-broken = Tillgänglighetskvittot ligger i { $path }. Det visar fel i PDF-filen: läs det innan du skickar filen.
done-export-draft = Utkastet { $path } är skrivet. Kontrollsumma: { $checksum }
done-read = Arbetsfilen { $path } är skapad av det som sidorna visar.
done-undo =
    { $place ->
        [none] Ångrat: { $action }
       *[other] Ångrat: { $action } ({ $place })
    }
done-redo =
    { $place ->
        [none] Gjort om: { $action }
       *[other] Gjort om: { $action } ({ $place })
    }
done-submit = Inlämnat som utgåva { $edition }.
adopt-unknown-body = Profilen har inget organ som heter ”{ $body }”.
adopt-unknown-body-hint = Kontrollera namnet. Enligt profilen är det { $known } som fastställer.
adopt-other-body = Enligt profilen brukar { $body } inte fastställa.
adopt-other-body-hint = Kontrollera vem som fattade beslutet. Enligt profilen är det { $known } som fastställer.
adopt-before-handed-in = { $day } är före inlämningen, { $handed_in }.
adopt-before-handed-in-hint = Kontrollera dagen, och året. Stämmer den kan du gå vidare.
done-adopt = Utgåva { $edition } är antecknad som fastställd av { $body }.
done-load = ”{ $id }” är inläst och ligger i { $path }.
done-send = Antecknat: skickat till { $to }.
done-remit = Antecknat: återremiss från { $body }. Dokumentet är ett utkast igen; den inlämnade utgåvan är orörd.
done-register = Antecknat: diarienummer { $number }.
done-done = Klarmarkerat: { $section }. Markeringen försvinner av sig själv när något i avsnittet ändras.
done-hindered =
    { $count ->
        [one] 1 sak i avsnittet hindrar ändå inlämningen. ”missiv check” visar vad.
       *[other] { $count } saker i avsnittet hindrar ändå inlämningen. ”missiv check” visar vad.
    }
done-not-done = Markeringen är borttagen: { $section }.
done-prefill =
    { $count ->
        [0] Allt som står i { $calendar } fanns redan.
        [one] En uppgift är ifylld ur { $calendar }.
       *[other] { $count } uppgifter är ifyllda ur { $calendar }.
    }
done-prefill-rules =
    { $count ->
        [one] En uppgift är ifylld enligt uppdragets regler.
       *[other] { $count } uppgifter är ifyllda enligt uppdragets regler.
    }
done-calendar =
    { $count ->
        [0] Det finns inget att skriva till kalendern än: inga möten är planerade och inget väntar. Filen är tom: { $path }
        [one] En händelse är skriven till { $path }.
       *[other] { $count } händelser är skrivna till { $path }.
    }
done-handover = Överlämningen är skriven till { $path }.
done-handover-papers =
    { $count ->
        [one] En handling följer med i { $path }.
       *[other] { $count } handlingar följer med i { $path }.
    }
group-rule =
    { $months ->
        [6] Sex månader i taget{ group-rule-more }
        [12] Ett år i taget{ group-rule-more }
        [24] Två år i taget{ group-rule-more }
        [36] Tre år i taget{ group-rule-more }
        [48] Fyra år i taget{ group-rule-more }
       *[other] { $months } månader i taget{ group-rule-more }
    }
group-rule-more =
    { $overlap ->
        [0] { $extendable ->
                [yes] , kan förlängas.
               *[no] .
            }
        [one] { $extendable ->
                [yes] , kan förlängas. Nästa går bredvid i en månad.
               *[no] . Nästa går bredvid i en månad.
            }
       *[other] { $extendable ->
                [yes] , kan förlängas. Nästa går bredvid i { overlap-number } månader.
               *[no] . Nästa går bredvid i { overlap-number } månader.
            }
    }
group-days =
    { $starts ->
        [yes]
            { $ends ->
                [yes] { $from }–{ $to }
                [computed] { $from }–{ $to } (sista dagen uträknad)
               *[no] från { $from }
            }
       *[no]
            { $ends ->
                [yes] till { $to }
               *[no] utan dagar
            }
    }
group-follows = Efterträder { $name }
group-overlaps = Efterträder { $name }, och båda är med { $first }–{ $last }
plan-prepares = Inför mötet den { $day }
handover-matters = Ärenden till { $bodies }
handover-adopted = Fastställde { $title } { $paragraph }
handover-papers = { $name } – planer och rapporter
calendar-due = Sista dag: { $title }
calendar-title = { $group } – { $title }
calendar-matters-by = Ärenden ska vara inne senast { $day }.
calendar-link = Delta digitalt: { $link }
calendar-name = { $group } – möten och sista dagar

due-to = till { $recipient }
due-group = gruppen
due-support = mottagaren
due-via = { $body }, via { $via }
due-matters = Ärenden till { $title } { $day }
due-mission = Återrapport: { $title }
due-moved = Flyttad till vardagen före, eftersom { check-day-off }
due-at-meeting = Dagen då { $body } möts.
due-last-working-day = Sista vardagen i månaden.
due-nothing = Inget väntar. Dagarna läses ur tidplan, mötesplan, plan och ärendelista, och ur reglerna i uppdragsbeskrivningen.
due-line =
    { $when ->
        [past]
            { $days ->
                [one] { $day }	{ $title }	{ $to }	skulle ha kommit i går
               *[other] { $day }	{ $title }	{ $to }	skulle ha kommit för { $days } dagar sedan
            }
       *[coming]
            { $days ->
                [0] { $day }	{ $title }	{ $to }	i dag
                [one] { $day }	{ $title }	{ $to }	i morgon
               *[other] { $day }	{ $title }	{ $to }	om { $days } dagar
            }
    }
answer-lost = Svaret kunde inte skrivas. Kontrollera att det finns plats där det skulle hamna.
export-progress = { $done } av { $all } klara. Nu skrivs { $title }.
done-sheet = Bilden ligger i { $path }.

# Bilagor: filnamn
attachment-name = Bilaga { $number } – { $title }
attachment-beside = { $name } – bilaga { $number } – { $title }

# Arkivkopia och tillgänglighetskvitto: filnamn
archive-name = { $name } – arkivkopia
receipt-name = { $name } – tillgänglighetskvitto

# Tillgänglighetskvittot
receipt-title = Tillgänglighetskvitto – { $title }
receipt-heading = Tillgänglighetskvitto
receipt-description = Vad som är kontrollerat i { $title }, och vad en människa behöver kontrollera.
receipt-lead = Kvittot hör till filen nedan. Det säger vad programmet har kontrollerat, och vad bara en människa kan avgöra.
receipt-program = Gjort av Missiv { $version }
receipt-file = Filen
receipt-what = Uppgift
receipt-value = Värde
receipt-file-name = Filnamn
receipt-file-kind = Filtyp
receipt-kind-working = PDF/A-3a och PDF/UA-1, med sidornas uppgifter bifogade
receipt-kind-archive = Arkivkopia: PDF/A-2a och PDF/UA-1, utan bifogade filer
receipt-edition = Utgåva
receipt-pages = Sidor
receipt-size = Storlek
receipt-bytes = { $count } byte
receipt-checksum = Kontrollsumma i sidfoten
receipt-sha256 = SHA-256 för filen
receipt-day = Kontrollerat
receipt-standards = Prövat mot standarderna
receipt-standard = Standard
receipt-rules = Prövade regler
receipt-failed = Brutna regler
receipt-broken =
    { $count ->
        [0] Filen är prövad med ett granskningsprogram (page_validation) och bryter ingen regel som ett program kan pröva.
        [one] Filen är prövad med ett granskningsprogram (page_validation) och bryter en regel. Den står under tabellen, på engelska.
       *[other] Filen är prövad med ett granskningsprogram (page_validation) och bryter { $count } regler. De står under tabellen, på engelska.
    }
receipt-not-checked = Filen gick inte att pröva. Öppna den och kontrollera att den är hel innan du skickar den.
receipt-read-back = Läst av ett annat program
receipt-read =
    { $pages ->
        [one] Ett annat program (printpdf) läser en sida, { $characters } tecken och titeln ”{ $title }”.
       *[other] Ett annat program (printpdf) läser { $pages } sidor, { $characters } tecken och titeln ”{ $title }”.
    }
receipt-data-attached = Uppgifterna som sidorna visar är bifogade och stämmer tecken för tecken.
receipt-no-data = Inga uppgifter är bifogade, så som det ska vara i en arkivkopia.
receipt-not-read = Filen gick inte att läsa som den ska. Öppna den och kontrollera att den är hel innan du skickar den.
receipt-person = Det här behöver en människa kontrollera
receipt-person-order = Läsordningen.
receipt-person-order-hint = Lyssna på dokumentet med en skärmläsare, eller läs det som text. Kommer allt i en ordning som går att följa?
receipt-person-pictures = Bilderna.
receipt-person-pictures-hint = Säger beskrivningarna det som bilderna visar?
receipt-person-language = Språket.
receipt-person-language-hint = Är texten enkel och begriplig för den som inte var med och skrev den?
receipt-person-headings = Rubriker och länkar.
receipt-person-headings-hint = Går det att förstå vad som kommer utan att läsa resten?
receipt-person-tables = Tabellerna.
receipt-person-tables-hint = Säger kolumnernas rubriker vad som står under dem?
receipt-person-attachments = Bilagorna.
receipt-person-attachments-hint = Kvittot gäller bara filen ovan. Varje bilaga behöver vara tillgänglig för sig.

changes-ident = ändringar
changes-title = Ändringar i { $title }
changes-heading = Ändringar
changes-label = Vad som har ändrats
changes-summary =
    { $count ->
        [0] Ingenting skiljer { $from } från { $to }.
        [one] En sak skiljer { $from } från { $to }.
       *[other] { $count } saker skiljer { $from } från { $to }.
    }
changes-caption = Ändringar
changes-place = Var
changes-day = Jämfört
changes-added = Tillagd
changes-removed = Borttagen
changes-moved = Flyttad

done-carry-over =
    { $count ->
        [0] Inget nytt att föra över till planen för { $year }.
        [one] 1 del är överförd till planen för { $year }.
       *[other] { $count } delar är överförda till planen för { $year }.
    }
done-copy = Kopian ligger i { $path }.

read-belongs = { $title }. Uppgifterna hör till utskriften: båda har kontrollsumman { $checksum }. Vem som har gjort filen går inte att se.
read-foreign = { $title }. Uppgifterna hör inte till utskriften: deras kontrollsumma, { $checksum }, står inte på sidorna.

template-sound =
    { $count ->
        [0] Allt stämmer.
        [one] Går att använda. 1 sak bör ses över.
       *[other] Går att använda. { $count } saker bör ses över.
    }
template-faulty = Går inte att använda förrän felen är rättade.

# Ett kommando som är felskrivet
usage-unknown = Kommandot känner inte till ”{ $argument }”.
usage-no-command = Kommandot ”{ $argument }” finns inte.
usage-missing =
    { $argument ->
        [missing] Det saknas ett kommando.
       *[other] Det saknas något: { $argument }
    }
usage-conflict = { $argument } kan inte stå tillsammans med { $other }.
usage-no-value = { $argument } behöver ett värde.
usage-bad-value = ”{ $value }” passar inte som { $argument }.
usage-other = Kommandot är felskrivet.
usage-hint =
    { $hint ->
        [nearest] Menade du ”{ $nearest }”?
        [usage] Så här skrivs det: { $usage }
       *[help] Skriv --help efter kommandot, så visas hur det skrivs.
    }

## Två personer: kopior, konflikter, säkerhetskopior, sökning och jämförelse

error-another-workspace = { $path } hör till en annan grupp eller en annan arbetsfil.
error-another-workspace-hint = Bara kopior av samma arbetsfil kan föras ihop. Be kollegan om en kopia av rätt fil.
error-copy-damaged = Delar av kopian { $path } går inte att läsa.
error-copy-damaged-hint = Din egen arbetsfil är som den var. Be kollegan om en ny kopia.
error-no-conflict = Där finns ingen konflikt att lösa.
error-no-conflict-hint = Den kan redan vara löst. Visa konflikterna och se efter.
error-no-alternative =
    { $count ->
        [one] Det alternativet finns inte. Det finns bara ett.
       *[other] Det alternativet finns inte. Välj ett av { $count }.
    }
error-no-pages = Gruppens egna uppgifter är ingen handling och har inga sidor.
error-no-pages-hint = De står på gruppens andra dokument. Välj ett av dem.
error-no-pages-command = De står på gruppens andra dokument. Välj ett av dem; ”missiv list” visar vilka som finns.
error-no-suggestion = Den här konflikten har inget förslag.
error-no-suggestion-hint = Välj ett alternativ med --take och dess nummer, eller skriv en egen text.
error-no-alternative-hint = Visa konflikterna och välj en siffra där. Gäller konflikten en hel del går det bara att behålla den eller ta bort den.
error-bad-moment = ”{ $name }” är ingen dag, inget steg och ingen utgåva.
error-bad-moment-hint = Skriv ett nummer på en utgåva, en dag som 2026-09-12, ett klockslag som 22.34, eller ett steg ur historiken.

op-purge = Tog bort en persons uppgifter
op-resolve =
    { $whole ->
        [yes] Löste en konflikt om en hel del
       *[no] Löste en konflikt i ”{ $field }”
    }

merge-steps =
    { $count ->
        [0] Kopian innehöll inget nytt.
        [one] 1 ändring är hämtad från kopian.
       *[other] { $count } ändringar är hämtade från kopian.
    }
merge-where =
    { $more ->
        [yes] Det gäller bland annat { $places }. Se Historik.
       *[no] Det gäller { $places }.
    }
merge-and = { $first } och { $last }
merge-gone =
    { $more ->
        [0] Kollegan har tagit bort { $parts }. Det som stod där finns i Historik.
        [one] Kollegan har tagit bort { $parts } och 1 del till. Det som stod där finns i Historik.
       *[other] Kollegan har tagit bort { $parts } och { $more } delar till. Det som stod där finns i Historik.
    }
merge-editions =
    { $count ->
        [one] 1 utgåva kom med.
       *[other] { $count } utgåvor kom med.
    }
merge-conflicts =
    { $count ->
        [one] På 1 ställe har ni skrivit olika. Båda texterna finns kvar.
       *[other] På { $count } ställen har ni skrivit olika. Alla texter finns kvar.
    }
merge-same-number = ”{ $title }” är inlämnat i båda filerna, med olika text men samma nummer, { $number }. Lämna in det på nytt, så får det ett eget nummer.
merge-homeless =
    { $count ->
        [one] 1 värde i kopian hör inte till något dokument. Det finns kvar i filen men syns inte i något dokument. Fråga kollegan vad det gäller.
       *[other] { $count } värden i kopian hör inte till något dokument. De finns kvar i filen men syns inte i något dokument. Fråga kollegan vad de gäller.
    }
merge-left-out =
    { $count ->
        [one] 1 rad i kopian är trasig och kom inte med. Resten är hämtad.
       *[other] { $count } rader i kopian är trasiga och kom inte med. Resten är hämtad.
    }

conflict-none = Det finns inga konflikter.
conflict-removed = (borttaget)
conflict-whole = tog bort hela { $part }
conflict-kept = behålla: { $text }
conflict-suggestion = Förslag: { $text }
conflict-shown = (visas på sidan)
conflict-by =
    { $author ->
        [none] okänd
       *[other] { $author }
    }
conflict-how =
    { $suggested ->
        [yes] Lös med: missiv resolve { $file } { $document } { $object } { $field } --suggestion, eller --take NUMMER
       *[no] Lös med: missiv resolve { $file } { $document } { $object } { $field } --take NUMMER
    }

done-resolve = Konflikten är löst.
done-exchange-copy = En kopia att skicka ligger i { $path }.
done-back-up = Säkerhetskopian ligger i { $path }.
done-restore = { $path } är återställd.
done-restore-kept = Filen som stod där finns kvar: { $path }
search-none = Inget hittades.

compare-heading = { $title }: { $from } jämfört med { $to }
compare-none = Inget skiljer.
compare-changed = Ändrat
compare-added = Nytt
compare-removed = Borttaget
compare-moved = Flyttat
compare-before = Före: { $text }
compare-after = Efter: { $text }
compare-empty = (tomt)
moment-now = nu
moment-before = före
moment-edition = utgåva { $at }
moment-step = steg { $at }
moment-at = { $at }
moment-morning = { $at } på morgonen
moment-evening = { $at } på kvällen

## Underlag: frågor till de ansvariga, och deras svar

returns-subject = Underlag till { $title }
returns-hello = Hej { $name }!
returns-of-person = { $group } arbetar med ”{ $title }”. Du är ansvarig för det som står nedan, och vi behöver ditt svar på frågorna.
returns-of-nobody = { $group } arbetar med ”{ $title }”. Det här har ingen ansvarig i planen. Gruppen svarar på det tillsammans.
returns-last-day = Allt ska vara klart senast den { $day }. Svara i god tid före det, så att vi hinner få med det du skriver.
returns-how = Svara på det här mejlet. Skriv efter ”Svar:” och låt allt annat stå. Koderna inom hakparentes visar var svaret hör hemma. Står det redan ett svar som stämmer behöver du inte göra något.
returns-helps = Det här menar vi med frågorna
returns-choose = Välj ett av orden: { $words }.
returns-yes-or-no = Svara ja eller nej.
returns-kronor = Skriv hela kronor.
returns-shown = I planen: { $words }.
returns-end = Slut på frågorna
returns-thanks = Tack för hjälpen!
returns-outside = Hör inte till någon av frågorna.
returns-unknown-key = Koden hör till en annan handling, eller till en rad som inte finns kvar.
returns-several = Samma fråga har fått flera olika svar. Låt ett av dem stå kvar och läs av igen.
returns-written =
    { $count ->
        [0] Inget fördes in.
        [one] 1 svar är infört.
       *[other] { $count } svar är införda.
    }
returns-nobody = Ingen ansvarig i planen
returns-none = Handlingen frågar inte efter något underlag. Det gör halvårsrapporten och årsrapporten.
returns-state-new = nytt
returns-state-changed = ändras
returns-state-same = samma
returns-state-unfit = går inte

# Möten, ärenden och beslut, mot det som står i uppdragen.
check-meetings-count =
    { $count ->
        [0] { $body }: inget möte är planerat. { meetings-bound }
        [one] { $body }: ett möte är planerat. { meetings-bound }
       *[other] { $body }: { $count } möten är planerade. { meetings-bound }
    }
meetings-bound =
    { $bound ->
        [exactly] Det ska vara { $expected } om året.
        [at_least] Det ska vara minst { $expected } om året.
       *[at_most] Det ska vara högst { $expected } om året.
    }
check-meetings-count-hint = Lägg till eller ta bort möten i mötesplanen.
check-joint-count =
    { $season ->
        [spring]
            { $count ->
                [0] Inget möte på våren är gemensamt med { $with }. Det ska vara { $expected }.
                [one] Ett möte på våren är gemensamt med { $with }. Det ska vara { $expected }.
               *[other] { $count } möten på våren är gemensamma med { $with }. Det ska vara { $expected }.
            }
       *[autumn]
            { $count ->
                [0] Inget möte på hösten är gemensamt med { $with }. Det ska vara { $expected }.
                [one] Ett möte på hösten är gemensamt med { $with }. Det ska vara { $expected }.
               *[other] { $count } möten på hösten är gemensamma med { $with }. Det ska vara { $expected }.
            }
    }
check-joint-count-hint = Ange vid rätt antal möten att de är gemensamma.
check-preparing-missing = Mötet { $day } har inget förberedande möte. { $body } ska mötas { $expected }.
check-preparing-missing-hint =
    { $days ->
        [one] Lägg till mötet dagen före, eller välj en annan dag om det är en röd dag.
       *[other] Lägg till mötet { $days } dagar före, eller välj en annan dag om det är en röd dag.
    }
check-preparing-off =
    { $days ->
        [one] { $body } möts { $held }. Det ska vara { $expected }, dagen före { $of }.
       *[other] { $body } möts { $held }. Det ska vara { $expected }, { $days } dagar före { $of }.
    }
check-preparing-off-hint = Flytta mötet, om det finns en dag som passar.
check-meeting-lacks =
    { $what ->
        [called_on] Kallelsen till mötet { $day } är inte skickad.
        [location] Mötet { $day } har ingen lokal.
        [meeting_link] Mötet { $day } har ingen länk för dem som deltar digitalt.
        [arranged] Allt är inte ordnat till mötet { $day }, till exempel lokal och fika.
       *[other] Något saknas inför mötet { $day }.
    }
check-meeting-lacks-hint =
    { $what ->
        [called_on] { $named ->
            [yes] Den som är { $by } skickar kallelsen. Skriv dagen i mötesplanen, eller anteckna att kallelsen är skickad.
           *[other] Skicka kallelsen. Skriv dagen i mötesplanen, eller anteckna att kallelsen är skickad.
        }
        [arranged] Ordna det som saknas, och svara ja i mötesplanen.
       *[other] Fyll i det i mötesplanen.
    }
check-meeting-unfinished =
    { $what ->
        [published_on] Anteckningarna från mötet { $day } är inte publicerade eller utskickade.
       *[other] Något saknas efter mötet { $day }.
    }
check-meeting-unfinished-hint = Gör det som återstår. Skriv dagen i anteckningarna eller i mötesplanen.
check-link-missing = Länken för att delta digitalt saknas.
check-link-missing-hint =
    { $online ->
        [required] Lägg in länken. Alla ska kunna delta på distans.
       *[other] Lägg in länken om det går att delta på distans.
    }
check-agenda-overruns =
    { $over ->
        [one] Ärendena tar { $minutes } minuter. Mötet är en minut för kort.
       *[other] Ärendena tar { $minutes } minuter. Mötet är { $over } minuter för kort.
    }
check-agenda-overruns-hint = Korta något ärende, skicka något som information i stället, eller förläng mötet.
check-plan-differs = I mötesplanen står det ”{ $planned }”.
check-plan-differs-hint = Ändra här eller i mötesplanen, så att det står likadant. Har kallelsen redan gått ut, tala om det för dem som kallats.
check-minutes-impossible =
    { $which ->
        [negative] Ett ärende kan inte ta { $minutes } minuter.
       *[long] Ärendet tar { $minutes } minuter. Det är mer än ett dygn.
    }
check-minutes-impossible-hint = Rätta minuterna. Ärendet är inte medräknat i hur lång tid mötet tar.
check-meeting-days =
    { $what ->
        [support_by] Ärenden kan inte lämnas till { $day }, för mötet är { $held }.
        [called_on] Kallelsen kan inte ha gått ut { $day }, för mötet är { $held }.
        [published_on] Anteckningarna kan inte vara klara { $day }, för mötet är { $held }.
        [date] Anteckningarna kan inte vara skrivna { $day }, för mötet är { $held }.
        [next_meeting] Nästa möte kan inte vara { $day }, för det här mötet är { $held }.
        [end] Åtgärden kan inte vara klar { $day }, för den beslutades { $held }.
        [unread] Det går inte att läsa när mötet börjar och slutar, så dagordningen får inga klockslag.
       *[time] Mötet slutar kl. { $held }, innan det börjar kl. { $day }.
    }
check-meeting-days-hint =
    { $what ->
        [time] Rätta klockslagen.
        [unread] Skriv till exempel ”kl. 09.00–12.00”.
       *[other] Rätta dagen, eller mötets dag.
    }
check-economy-elsewhere = Ekonomiska frågor beslutas av { $to }.
check-economy-elsewhere-hint =
    { $way ->
        [via] Ta upp ärendet för dialog, och skicka det vidare via { $via }.
       *[other] Ta upp ärendet för dialog, och skicka det vidare med ett missiv.
    }
check-memo-missing = Ärendet ska beslutas av { $to }, men det finns inget missiv.
check-memo-missing-hint = Börja på ett missiv om ärendet.
check-further-missing = Beslutet säger inte hur ärendet fortsätter.
check-further-missing-hint = Välj information, fortsatt beslutsfattande eller åtgärd.
check-further-incomplete =
    { $what ->
        [to_whom] Det framgår inte vem som ska få informationen.
        [by_whom] Det framgår inte vem som informerar.
        [body] Det framgår inte vem som ska besluta.
        [responsible] Ingen är utsedd att göra det.
        [end] Slutdatum saknas.
       *[feedback] Det framgår inte hur det ska återkopplas.
    }
check-further-incomplete-hint = Fyll i det, så att alla vet vad som har bestämts.
check-action-missing = Beslutet leder till en åtgärd, men ingen åtgärd är antecknad.
check-action-missing-hint = Lägg till åtgärden: vem som gör den, till när, och hur den återkopplas.
check-economy-route =
    { $way ->
        [via] Beslut i ekonomiska frågor fattas av { $to }, via { $via }.
       *[other] Beslut i ekonomiska frågor fattas av { $to }.
    }
check-economy-route-hint = Välj fortsatt beslutsfattande, och ange vem som beslutar och genom vem.
check-economy-contradicted = Ärendet är en ekonomisk fråga, men det säger beslutet nej till.
check-economy-contradicted-hint = Svara ja i beslutet. Gäller ärendet inte pengar, ändra det i dagordningen.
check-dialogue-missing = Ett beslut ska föregås av dialog, och det framgår inte att den har hållits.
check-dialogue-missing-hint = Svara ja om frågan diskuterades, i helgrupp eller smågrupper.
check-decided-by-missing = Det framgår inte hur beslutet fattades.
check-decided-by-missing-hint = Välj i listan hur beslutet fattades.
check-poll-missing = Beslutet behöver vara enhälligt, och de som inte var med har inte tillfrågats: { $parties }.
check-poll-missing-hint =
    { $named ->
        [yes] Den som är { $by } skickar frågan till dem som var frånvarande, med en sista svarsdag.
       *[other] Skicka frågan till dem som var frånvarande, med en sista svarsdag.
    }
check-invited-crowded =
    { $max ->
        [one] { $party } har bjudit in fler än en.
       *[other] { $party } har bjudit in fler än { $max }.
    }
check-invited-crowded-hint = Rätta närvaron om någon var ersättare och inte inbjuden.
check-invited-unmotivated = Det framgår inte varför personen var inbjuden.
check-invited-unmotivated-hint = Skriv vilken punkt på dagordningen som personen hade särskild kännedom om.
check-secretary-away = Det var { $party } som stod på tur att anteckna, men ingen därifrån var med.
check-secretary-away-hint = Välj den kommun som antecknade i stället. { $party } står då först på tur nästa gång.
check-matter-unnoted = Om det här ärendet står ingenting.
check-matter-unnoted-hint = Skriv kort vad som sades, till exempel ”Mötet tog del av informationen” eller ”Ärendet hanns inte med”.
check-party-unaccounted =
    { $count ->
        [one] Anteckningarna säger inte om { $parties } var med.
       *[other] Anteckningarna säger inte om dessa var med: { $parties }.
    }
check-party-unaccounted-hint = Lägg till dem i närvaron, som närvarande eller frånvarande.
check-reply-late = Svaret kom { $day }. Sista svarsdag var { $last }.
check-reply-late-hint = Ett svar som kommer för sent räknas som uteblivet. Stäm av vad ni har bestämt.
check-poll-open =
    { $count ->
        [one] En kommun har inte svarat än. Sista svarsdag är { $last }.
       *[other] { $count } kommuner har inte svarat än. Sista svarsdag är { $last }.
    }
check-poll-open-hint = Vänta med sammanställningen till efter sista svarsdagen, eller påminn dem.
check-poll-days =
    { $what ->
        [reply_by] Sista svarsdag, { $day }, lämnar ingen tid att svara. Frågan sändes { $against }.
        [sent_on] Frågan kan inte ha sänts { $day }, för mötet hölls { $against }.
       *[replied_on] Svaret kan inte ha kommit { $day }, för frågan sändes { $against }.
    }
check-poll-days-hint =
    { $what ->
        [reply_by] Sätt en senare sista svarsdag. Uteblivet svar räknas bara när det har gått att svara.
       *[other] Rätta den dag som är fel.
    }
check-answer-twice = { $party } står två gånger bland svaren på samma fråga.
check-answer-twice-hint = Ta bort det ena svaret.
check-answer-present = { $party } var med på mötet och behöver inte tillfrågas.
check-answer-present-hint = Ta bort svaret, eller rätta närvaron i anteckningarna.
check-answer-missing =
    { $count ->
        [one] { $parties } var inte med på mötet och har inte tillfrågats.
       *[other] Dessa var inte med på mötet och har inte tillfrågats: { $parties }.
    }
check-answer-missing-hint = Skicka frågan dit också, och lägg till en rad för varje svar.
check-silence-early = Svaret räknas som uteblivet, men sista svarsdag är { $last }.
check-silence-early-hint = Vänta tills sista svarsdagen är över. Sammanställningens datum ska vara efter den.
check-mission-overdue = Uppdraget skulle ha återrapporterats { $day }.
check-mission-overdue-hint = Återrapportera och ändra läget, eller kom överens om en ny dag.
check-not-shared =
    { $which ->
        [before] Dagordningen till mötet { $day } med { $group } är inte delad.
       *[after] Anteckningarna från mötet { $day } med { $group } är inte delade.
    }
check-not-shared-hint = Dela dem med gruppen, och skriv dagen.

error-no-body = Gruppen planerar inga möten för ”{ $name }”.
error-no-body-hint = { error-choices }
error-nobody-absent = Ingen var frånvarande, så det finns ingen att fråga.
error-nobody-absent-hint = Ange i anteckningarna vilka som var frånvarande.
error-another-paper =
    { $wanted ->
        [meeting] ”{ $title }” är ingen kallelse eller dagordning.
        [notes] ”{ $title }” är inga anteckningar från ett möte.
        [register] ”{ $title }” är ingen ärendelista.
        [report] ”{ $title }” är ingen plan eller rapport.
       *[other] ”{ $title }” är ett annat slags dokument än det som behövs här.
    }
error-another-paper-hint = Välj ett annat dokument bland arbetsfilens.
error-on-the-agenda = Ärendet står redan på ”{ $name }”.
error-on-the-agenda-hint = Ändra det där i stället.

# Möten, ärenden och åtgärder i listor.
meetings-none = Inget möte är planerat för { $year }. Lägg in dagarna med ”missiv meeting plan”.
meeting-planned = planerat
meeting-called = dagordning
meeting-noted = anteckningar
meeting-with = {" "}(gemensamt med { $with })
matters-none = Inget ärende har kommit in. Lägg till det första med ”missiv matter add”.
matter-raised = Väckt
matter-scheduled =
    { $dated ->
        [yes] På dagordningen { $day }
       *[other] På dagordningen
    }
matter-handled =
    { $dated ->
        [yes] Behandlat { $day }
       *[other] Behandlat
    }
matter-informed = Skickat som information { $day }
matter-lifted = Lyft med missiv
actions-none = Inget är öppet.
action-open = öppen
action-late =
    { $days ->
        [one] en dag försenad
       *[other] { $days } dagar försenad
    }
action-done = klar
action-dropped = blir inte av
secretary-next = { $party } står på tur att anteckna.
secretary-none = Det finns ingen turordning för anteckningarna, eller så var ingen med.
home-open = { $who }: inte förankrat än
home-done = { $who }: förankrat
plan-unread = ”{ $words }” är ingen dag i planens år och lades inte in.
plan-kept = Möten som redan fanns är som de var: tiden och platsen är inte inlagda där. Skriv dem med ”missiv set”, möte för möte.
done-begun = Började på ”{ $title }”. I kommandona heter dokumentet { $name }.
done-mail =
    { $count ->
        [0] Mejlutkastet ligger i { $path }.
        [one] Mejlutkastet ligger i { $path }. En person saknar e-postadress: { $people }.
       *[other] Mejlutkastet ligger i { $path }. { $count } personer saknar e-postadress: { $people }.
    }
done-matter = Ärendet är tillagt.
done-take-up = Ärendet står nu på dagordningen.
done-inform = Antecknat: ärendet skickades som information till { $to }.
done-plan-meetings =
    { $added ->
        [0] Alla möten fanns redan i mötesplanen.
        [one] Ett möte är inlagt.
       *[other] { $added } möten är inlagda.
    }
done-home = Antecknat: { $who } har förankrat mötet.
done-close = Antecknat: ”{ $title }” är avslutad.
agenda-title = { $title } den { $day }

# Ett missiv om en plan eller rapport: vad den heter i en mening, och vem som skriver under.
memo-about = { $what } för { $of }
memo-signed = { $office }, { $group }
the-closing-day = dagen för avslutet
the-anchoring-day = dagen för förankringen
poll-why = Beslutet behöver vara enhälligt. På mötet den { $day } saknades representant för { $parties }.
mail-draft =
    Hej!

    Här kommer handlingen ”{ $title }”.
mail-asks =
    Hej!

    Vi behöver ert svar på en fråga: ”{ $title }”.
mail-question = Frågan: { $text }
mail-reply-by = Svara senast den { $text }.
mail-silence = Ett uteblivet svar räknas som ja.
mail-when = Tid: { $text }
mail-where = Plats: { $text }
mail-link = Länk: { $text }
mail-end = Med vänlig hälsning

op-take_up = Satte upp ett ärende på dagordningen
op-inform = Antecknade att ett ärende skickades som information
op-close = Antecknade att en åtgärd är avslutad
op-anchor = Antecknade att ett möte är förankrat
op-plan_meetings = Lade in möten i mötesplanen
log-closed = Åtgärd avslutad
log-informed = Skickat som information
log-anchored = Förankrat i hemkommunen
