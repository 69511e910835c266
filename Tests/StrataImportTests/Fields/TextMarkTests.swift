import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

@Suite("Marks of the text: its language, and whether it was cut")
struct TextMarkTests {
    @Test(
        "a language is told by its function words, whatever English the terms are",
        arguments: [
            ("en", "We are looking for a data engineer who will build and own the pipelines that our teams rely on."),
            (
                "de",
                "Du baust mit uns die Data Pipelines und bist für das Monitoring der Machine Learning Services verantwortlich."
            ),
            (
                "fr",
                "Vous serez en charge de la mise en production des modèles et vous travaillez avec les équipes data de la société."
            ),
            (
                "nl",
                "Je bouwt samen met ons aan de data pipelines en je bent verantwoordelijk voor de kwaliteit van het platform."
            ),
            (
                "es",
                "Buscamos una persona que se encargue de los pipelines de datos y que trabaje con el equipo de machine learning."
            ),
            (
                "it",
                "Cerchiamo una persona che si occupi della gestione dei dati e che lavori con il nostro team di machine learning."
            ),
            (
                "pt",
                "Procuramos uma pessoa que seja responsável pelos dados e que trabalhe com a nossa equipe de machine learning, em São Paulo."
            ),
            (
                "pl",
                "Szukamy osoby, która będzie odpowiedzialna za dane oraz rozwój platformy i która zna się na machine learning w chmurze."
            ),
            (
                "sv",
                "Vi söker dig som vill bygga våra data pipelines och som trivs med att arbeta tillsammans med andra i ett team hos oss."
            ),
            (
                "da",
                "Vi søger dig, som vil bygge vores data pipelines, og som kan lide at arbejde sammen med andre i et team hos os og jer."
            ),
        ])
    func languages(_ code: String, _ text: String) {
        #expect(TextLanguage.read(text) == code)
        #expect(TextLanguage.read("Python, SQL, Kubernetes, Docker, Airflow.\n\(text)\nAWS, GCP, Azure") == code)
    }

    @Test(
        "unsure is no language",
        arguments: [
            "", "Data Engineer",
            "Python SQL Spark Kafka Airflow dbt Snowflake Docker Kubernetes Terraform AWS GCP Azure Git",
            "Ми шукаємо інженера даних, який буде будувати конвеєри разом з нами у Києві та віддалено щодня і завжди.",
            "Căutăm un inginer de date care să lucreze cu noi în București și care știe să construiască fluxuri pentru clienți.",
            "We build the pipelines that our teams rely on and we are proud of it. Wir bauen die Pipelines, auf die sich unsere "
                + "Teams verlassen, und sind stolz auf das, was wir haben.",
        ])
    func unsure(_ text: String) { #expect(TextLanguage.read(text) == nil) }

    @Test(
        "texts that say that they were cut",
        arguments: [
            "We need someone who…", "You will build ...", "More to read. Show more", "It goes on [truncated]",
            "Wir suchen\nMehr anzeigen",
        ])
    func said(_ text: String) { #expect(Truncation.isCut(text, limit: nil)) }

    @Test(
        "whole texts are whole",
        arguments: [
            "", "Apply now.", "We use Python, SQL", "Read more about us on our site.",
            "We look forward to it.\nShow more", "Apply: https://jobs.example/a-long-address-b...",
        ])
    func whole(_ text: String) { #expect(!Truncation.isCut(text, limit: nil)) }

    @Test("where many texts of a file end within a sentence at one length, those are cut, and only those")
    func limits() throws {
        var generator = RepeatableGenerator(seed: 5)
        var text = "title,description\n"
        for row in 0..<40 {
            let words = (0..<200).map { _ in "word\(10 + generator.upTo(89))" }.joined(
                separator: " ")
            // 733 lies within a word or behind one.
            let body = row.isMultiple(of: 3) ? String(words.prefix(300)) + "." : String(words.prefix(733))
            text += "Engineer \(row),\(body)\n"
        }
        let jds = try readings(text, name: "a.csv").jds
        #expect(jds.enumerated().allSatisfy { $1.isTruncated == !$0.isMultiple(of: 3) })
    }
}
