## Fönstret

window-open-title = Öppna en arbetsfil
window-open-filter = Missiv-filer

window-skip = Till innehållet
window-navigation = Gruppen och dokumenten
window-documents = Dokument
window-open = Öppna …
window-menu = Visa dokumenten
window-close-notice = Stäng meddelandet
window-try-again = Försök igen

window-start-heading = Öppna gruppens arbetsfil
window-start-text = I filen ligger gruppens planer, rapporter och missiv för alla år. Den slutar på .missiv och stannar på den här datorn.
window-start-none = Har du ingen fil än? Be processtödet eller den som var ordförande före dig.
window-opening = Öppnar filen …

window-no-documents = Filen har inga dokument än
window-no-documents-text = Öppna en annan fil, eller be processtödet lägga in årets plan.

window-state-draft = Utkast
window-state-submitted = Förslag
window-state-adopted = Fastställd
window-blocking =
    { $count ->
        [one] 1 sak hindrar inlämning
       *[other] { $count } saker hindrar inlämning
    }
window-warnings =
    { $count ->
        [one] 1 sak bör rättas
       *[other] { $count } saker bör rättas
    }
window-faultless = Inget att rätta

window-pages = Sidorna som de skrivs ut
window-pages-hint = Sidorna är bilder. Välj Läs som text för att få innehållet uppläst.
window-page-of = Sida { $page } av { $count }
window-previous-page = Föregående sida
window-next-page = Nästa sida
window-read-as-text = Läs som text
window-setting-pages = Sidorna görs i ordning …
window-text = Dokumentet som text
window-reading-text = Texten hämtas …

error-internal = Något gick fel i programmet. Inget som är sparat har gått förlorat.
error-internal-hint = Försök igen. Händer det en gång till: stäng fönstret och öppna filen på nytt.

## Mallar och profiler
## Fel i template.toml och profile.toml. Varje kod har en mening (fault-<kod>) och ett råd (fault-<kod>-hint).

# Delar som flera av meningarna lånar.
fault-table =
    { $table ->
        [template] mallen
        [profile] profilen
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
fault-file-too-large-hint = Så stor blir ingen mall eller profil. Kontrollera att det är rätt fil.
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
fault-lonely-brace = I ”{ $key }” står en klammer utan sin make.
fault-lonely-brace-hint = Klammer används bara runt platshållare, till exempel { "{" }year{ "}" }. Lägg till den som saknas, eller ta bort den som står ensam.
fault-placeholder-missing = I ”{ $key }” saknas platshållaren { "{" }{ $placeholder }{ "}" }.
fault-placeholder-missing-hint = Utan den blir alla nummer likadana. Skriv in { "{" }{ $placeholder }{ "}" } där numret ska stå.
fault-placeholder-empty = Platshållaren { "{" }{ $placeholder }{ "}" } i ”{ $key }” blir alltid tom.
fault-placeholder-empty-hint = Den fylls med dokumentets egen rubrik. Ge ett av dokumentets fält is = "title", eller ta bort platshållaren.
fault-bad-period = ”{ $value }” är ingen period i ”{ $key }”.
fault-bad-period-hint = Skriv till exempel { $choices }. Skrivsättet 1of2 betyder första halvåret.

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
fault-source-unknown-hint = En källa är det dokument som följs upp och står under [[source]]. { fault-nearest }

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
fault-path-role-hint = Ge fältet is = "{ $role }", eller nämn en annan roll. Finns fältet i dokumentet som följs upp: lägg till ”{ $role }” i shows. { fault-nearest }
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
pack-too-large = Filerna är tillsammans större än 32 MB.
pack-too-large-hint = Så stor är ingen mall eller profil. Kontrollera att det är rätt mapp.
