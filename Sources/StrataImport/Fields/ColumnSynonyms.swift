/// The names that columns have in real exports, normalised, best first for each role.
///
/// English, German, French, Dutch, Spanish, Italian and Portuguese. A name may be preceded by "job", "posting" or their like, and a nested
/// path may end in it.
enum ColumnSynonyms {
    static let byRole: [(role: ColumnRole, names: String)] = [
        (
            .field(.id),
            """
            id,job id,job posting id,posting id,external id,vacancy id,position id,offer id,req id,requisition id,\
            requisition number,job req id,job number,reference,reference number,ref,ref id,refnr,identifier value,\
            identifier,uuid,guid,job key,jk,key,kennziffer,referenznummer,stellen id,referentie,referentienummer,\
            vacature id,referencia,identificador,slug,riferimento,codice annuncio,id annuncio,codigo,codigo da vaga,id da vaga,\
            id de la oferta,numero de reference,reference de l offre,numero d offre,reference offre,anzeigen id,job ad id
            """
        ),
        (
            .field(.title),
            """
            job title,title,title name,position title,posting title,vacancy title,role title,listing title,job name,\
            job position,position name,position,role name,role,job role,vacancy,designation,job post,job,\
            stellentitel,stellenbezeichnung,jobtitel,jobbezeichnung,titel,berufsbezeichnung,stelle,\
            intitule du poste,intitule,titre du poste,titre,poste,functietitel,functienaam,vacaturetitel,vacature,functie,\
            titulo del puesto,titulo,puesto,nombre del puesto,cargo,headline,name,titolo,titolo dell annuncio,titolo annuncio,posizione,ruolo,qualifica,\
            mansione,figura professionale,titulo da vaga,nome da vaga,vaga,funcao,titulo del empleo,titulo de la oferta,\
            oferta,nom du poste,libelle du poste,titre de l offre,offre,fonction,metier,functiebenaming,beroep,rol,\
            position titel,bezeichnung,anzeigentitel,titel der stelle,stellenanzeige titel,requisition title,opening title,job title raw,search title raw
            """
        ),
        (
            .field(.company),
            """
            company name,company,hiring organization name,hiring organization,company display name,employer name,\
            employer,organization name,organisation name,organization,organisation,hiring company,company title,\
            business name,firm,advertiser name,advertiser,advertiser description,unternehmensname,unternehmen,firma,\
            firmenname,arbeitgeber,nom de l entreprise,entreprise,entreprise nom,societe,employeur,bedrijfsnaam,bedrijf,\
            werkgever,organisatie,empresa,nombre de la empresa,compania,empleador,company raw,azienda,nome azienda,societa,datore di lavoro,ragione sociale,nome da empresa,empregador,\
            contratante,organizacion,organizacao,organizzazione,organisme,nom entreprise,nom de la societe,recruteur entreprise,\
            naam bedrijf,opdrachtgever,naam werkgever,betrieb,name des unternehmens,arbeitgebername,client,client name
            """
        ),
        (
            .field(.location),
            """
            location,job location,location name,location display name,work location,locations,formatted location,\
            job locations,location raw,full location,locations name,offices name,place,place of work,work place,\
            workplace location,city state,job geo,candidate required location,job area,standort,arbeitsort,einsatzort,\
            dienstort,ort,lieu de travail,lieu,lieu travail libelle,localisation,locatie,standplaats,werklocatie,plaats,\
            ubicacion,lugar,lugar de trabajo,localidad,localizacion,office,offices,\
            sede,sede di lavoro,luogo,luogo di lavoro,localita,localizacao,local,local de trabalho,lieu du poste,lieu de mission,\
            adresse,arbeitsplatz,einsatzort e,standorte,arbeitsorte,werkplek,locaties,vestiging,ubicaciones,\
            company location,headquarters location,metro,metro area,search city raw
            """
        ),
        (
            .city,
            "city,town,job city,address locality,locality,stadt,ville,stad,gemeente,ciudad,municipality,citta,comune,cidade,"
                + "municipio,commune,city name,location city"
        ),
        (
            .region,
            "state,region,province,address region,county,bundesland,departement,provincie,provincia,job state,regione,"
                + "estado,comunidad autonoma,kanton,canton,regiao,distrito,location state,location region,state code"
        ),
        (
            .country,
            "country,country name,job country,address country,address country name,country code,land,pays,pais,"
                + "paese,nazione,staat,landcode,location country,country iso,code pays,landescode,"
                + "applicant location requirements name"
        ),
        (
            .workplace,
            """
            workplace type,workplace types,workplace,remote type,work arrangement,work mode,working mode,work model,\
            location type,job location type,is remote,remote,work from home,telecommuting,remote allowed,job is remote,\
            work remote allowed,remote status,remote work,remote option,remote policy,work setting,on site remote,\
            homeoffice,home office,arbeitsmodell,remote moglich,teletravail,mode de travail,thuiswerken,werkvorm,\
            teletrabajo,modalidad,modalidad de trabajo,modalita di lavoro,smart working,lavoro da remoto,modelo de trabalho,\
            teletrabalho,trabalho remoto,modalidade
            """
        ),
        (
            .field(.postedOn),
            """
            date posted,posted date,posting date,job posted date,posted on,posted at,date published,published date,\
            publish date,publication date,published at,published on,published,post date,listing date,listed date,\
            listed at,listed on,original listed time,job posted at datetime utc,posted at datetime,first published,\
            date,opening date,open date,date opened,created at,date created,created,creation date,created on,listed time,\
            job posted at,posted time,job posted time,time posted,posted time ago,posted,posted ago,posted when,\
            date posted raw,first seen,first seen at,time,epoch,data di pubblicazione,data pubblicazione,pubblicato il,pubblicato,\
            data inserimento,data,data de publicacao,publicado em,data da publicacao,publicada em,date de mise en ligne,mise en ligne,\
            date de parution,mis en ligne le,publiee le,date de l offre,fecha publicacion,fecha de alta,publicada,publicatie,\
            datum van publicatie,online sinds,geplaatst sinds,online seit,veroffentlichungszeitpunkt,anzeigedatum,\
            datum der veroffentlichung,ausgeschrieben am,age in days,days ago,days since posted,veroffentlichungsdatum,veroffentlicht am,veroffentlicht,\
            eingestellt am,datum,erscheinungsdatum,aktuelle veroffentlichungsdatum,date de publication,date publication,\
            publie le,date creation,publicatiedatum,geplaatst op,geplaatst,plaatsingsdatum,fecha de publicacion,fecha,\
            publicado,publicado el,detected extensions posted at,date added,added,age,job age,updated at,date updated
            """
        ),
        (
            .field(.salary),
            """
            salary,salary range,base pay range,pay range,salary text,salary estimate,salary raw,salary string,salary info,\
            salary formatted,formatted salary,salary snippet text,salary snippet,estimated salary,compensation,\
            compensation range,compensation tier summary,pay,base pay,base salary,base salary value,base salary range,\
            annual salary,salary offered,salary package,remuneration,wage,wages,detected extensions salary,package,\
            salary value,gehalt,gehaltsspanne,gehaltsangabe,lohn,vergutung,jahresgehalt,salaire,salaire libelle,\
            remuneration annuelle,salaris,salarisindicatie,loon,salario,sueldo,retribucion,salario bruto,stipendio,retribuzione,ral,compenso,\
            remuneracao,vencimento,ordenado,faixa salarial,fourchette salariale,fourchette de salaire,remuneration brute,\
            banda salarial,rango salarial,sueldo bruto,salaris range,bruto salaris,bruttogehalt,gehalt brutto,\
            gehaltsrahmen,jahresbrutto,verdienst,entgelt,salary range text
            """
        ),
        (
            .field(.salaryMin),
            """
            salary min,min salary,minimum salary,salary minimum,salary from,salary low,salary range min,min amount,\
            base salary min amount,base salary value min value,base salary min value,base salary min,salary min amount,\
            salary min value,pay min,min pay,compensation min,min compensation,estimated salary value min value,\
            normalized salary min,annual salary min,salary range from,mindestgehalt,gehalt von,salaire min,salaris min,\
            salario minimo,gehalt min,salaire minimum,minimum salaris,sueldo minimo,stipendio minimo,ral minima,minimo salarial
            """
        ),
        (
            .field(.salaryMax),
            """
            salary max,max salary,maximum salary,salary maximum,salary to,salary high,salary range max,max amount,\
            base salary max amount,base salary value max value,base salary max value,base salary max,salary max amount,\
            salary max value,pay max,max pay,compensation max,max compensation,estimated salary value max value,\
            normalized salary max,annual salary max,salary range to,hochstgehalt,gehalt bis,salaire max,salaris max,\
            salario maximo,gehalt max,salaire maximum,maximum salaris,sueldo maximo,stipendio massimo,ral massima,maximo salarial
            """
        ),
        (
            .field(.currency),
            """
            salary currency,currency,base salary currency,currency code,salary currency code,pay currency,\
            compensation currency,estimated salary currency,salary range currency,wahrung,devise,valuta,moneda,gehaltswahrung,monnaie,munteenheid,divisa,moeda
            """
        ),
        (
            .field(.salaryPeriod),
            """
            salary period,pay period,payment period,base salary payment period,base salary value unit text,\
            base salary unit text,salary interval,interval,salary unit,salary frequency,pay frequency,pay unit,\
            compensation interval,salary unit text,salary type,salary range interval,estimated salary value unit text,gehaltszeitraum,zeitraum,periode,periodicite,salarisperiode,periodo,periodicidad,periodicita,periodicidade
            """
        ),
        (
            .field(.seniority),
            """
            seniority level,seniority,experience level,formatted experience level,career level,job level,level,\
            job seniority,position level,level of experience,karrierestufe,karrierelevel,erfahrungsstufe,\
            niveau d experience,niveau,ervaringsniveau,nivel de experiencia,nivel,senioritat,senioriteit,livello,livello di esperienza,anzianita,nivel de experiencia requerido,nivel de senioridade,\
            senioridade,niveau de seniorite,experience requise,berufserfahrung,erfahrungslevel,ervaring,werkniveau,\
            management level,categories level
            """
        ),
        (
            .field(.employmentType),
            """
            employment type,job employment type,job type,contract type,type of employment,type of contract,\
            employment status,commitment,categories commitment,schedule type,job schedule type,position type,\
            detected extensions schedule type,formatted work type,work schedule,contract time,anstellungsart,\
            beschaftigungsart,vertragsart,arbeitszeit,type de contrat,type contrat,type contrat libelle,contrat,\
            dienstverband,contracttype,soort dienstverband,tipo de contrato,contrato,jornada,work type,job types,types,type,tipo di contratto,contratto,tipologia contrattuale,\
            tipo de vaga,regime,regime de contratacao,tipo de jornada,tipo contrato,temps de travail,duree du travail,\
            arbeitszeitmodell,beschaftigungsverhaltnis,art der anstellung,contractvorm,dienstverband type,time type,\
            worker sub type,orario di lavoro
            """
        ),
        (
            .field(.url),
            """
            url,job url,job link,link,posting url,job posting url,listing url,hosted url,absolute url,canonical url,\
            redirect url,vacancy url,detail url,source url,job detail url,href,permalink,job url direct,origine offre url origine,\
            apply url,apply link,application url,share link,web url,lien,enlace,link annuncio,collegamento,ligacao,lien de l offre,url de l offre,url offre,stellenlink,\
            link zur anzeige,anzeigen url,anzeige url,vacature url,vacature link,url de la oferta,url da vaga,posting link,\
            job board url,external url,jd url,view job link
            """
        ),
        (
            .field(.text),
            """
            description html,html description,job description html,description formatted,job description formatted,\
            formatted description,full description,description full,job description full,full job description,\
            description raw,description,job description,job desc,job description text,description text,description plain,\
            desc,job details,details,full text,content,job content,description content,body,body html,html,raw text,text,\
            job text,posting text,posting,ad text,advert,advertisement,jd,stellenbeschreibung,jobbeschreibung,beschreibung,\
            anzeigentext,description du poste,descriptif,descriptif du poste,vacaturetekst,functieomschrijving,omschrijving,\
            beschrijving,descripcion del puesto,descripcion,summary,descrizione,descrizione del lavoro,descrizione della posizione,\
            descrizione annuncio,testo annuncio,annuncio,descricao,descricao da vaga,descricao do cargo,texto da vaga,\
            descripcion de la oferta,texto de la oferta,texte de l offre,texte de l annonce,annonce,description de l offre,\
            description poste,functiebeschrijving,tekst vacature,tekst,stellentext,anzeigetext,ausschreibung,\
            stellenausschreibung,text der anzeige,job ad,posting description,job posting description,requisition description,job summary,short description,snippet,excerpt,teaser
            """
        ),
        (
            .moreText,
            """
            responsibilities,job responsibilities,key responsibilities,duties,requirements,job requirements,\
            qualifications,job qualifications,required qualifications,minimum qualifications,preferred qualifications,\
            basic qualifications,experience requirements,skills required,required skills,nice to have,benefits,\
            job benefits,aufgaben,anforderungen,profil,missions,profil recherche,eisen,taken,requisitos,funciones,mansioni,requisiti,responsabilita,attivita,\
            competenze,responsabilidades,atribuicoes,qualificacoes,beneficios,competences requises,missions principales,\
            functie eisen,werkzaamheden,wat ga je doen,wat vragen wij,tatigkeiten,ihre aufgaben,ihr profil,\
            qualifikationen,ihre qualifikation,\
            highlights responsibilities,highlights qualifications,job highlights qualifications,\
            job highlights responsibilities
            """
        ),
        (.sectionHeading, "lists text,content lists text"),
        (.sectionText, "lists content,content lists content"),
        (.closing, "additional plain,additional,content closing,content closing html,closing"),
        (
            .field(.source),
            "source,job source,job board,site,platform,portal,job portal,publisher,job publisher,quelle,bron,fuente,fonte,plateforme,plattform,plataforma,piattaforma,stellenborse,jobborse"
        ),
        (
            .field(.scrapedAt),
            """
            scraped at,scraped on,scrape date,scraped date,date scraped,scraping date,scrape timestamp,timestamp,crawled at,\
            crawl date,crawl timestamp,collected at,collected on,date collected,extracted at,extraction date,fetched at,\
            collected,scraped,extract date,scraping time,abrufdatum,erfasst am,date d extraction,date de collecte,data estrazione,\
            data de extracao,fecha de extraccion,datum opgehaald,retrieved at,retrieved on,retrieval date,downloaded at,processed timestamp,scraped time,scrape time,last seen
            """
        ),
    ]
}
