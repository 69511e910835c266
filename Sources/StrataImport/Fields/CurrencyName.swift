/// Currencies by their signs, codes and names.
enum CurrencyName {
    /// ISO 4217 code of a sign, code or name, nil for what is none.
    static func code(_ name: String) -> String? {
        let key = name.lowercased()
        return signs[key] ?? (codes.contains(key) ? key.uppercased() : nil)
    }

    /// Whether a lower-case token names a currency or is part of its sign.
    static func isOne(_ word: String) -> Bool { code(word) != nil || prefixes[word] != nil }

    /// The currency that a salary's tokens name.
    static func find(in tokens: [MoneyTokens.Token], text: String) -> String? {
        var dollar: String?
        for (index, token) in tokens.enumerated() {
            guard case .word(let word) = token else { continue }
            if word == "$" {
                // "C$", "AU$": the letters before the sign say whose dollar it is.
                if index > 0, case .word(let before) = tokens[index - 1], let code = prefixes[before] { return code }
                dollar = "USD"
            } else if let code = code(word), word.count > 1 || !word.utf8.allSatisfy({ $0 < 0x80 }) {
                // "$140-170K CAD" is in Canadian ones, "$100k / €90k" is said twice.
                if dollar == nil || code.hasSuffix("D") || code == "MXN" { return code }
            }
        }
        return dollar
    }

    /// How many units buy about what a dollar does, to a power of ten: for telling plausible from absurd.
    static func scale(_ code: String?) -> Double {
        switch code {
        case "INR", "JPY", "PHP", "RUB", "HUF", "PKR", "ISK", "KES", "TWD", "THB": 50
        case "KRW", "NGN", "ARS", "CLP": 500
        case "IDR", "VND", "COP": 5000
        default: 1
        }
    }

    /// Currencies by country, for pay of which only the amount is given.
    static let local: [String: String] = {
        var local = [
            "US": "USD", "GB": "GBP", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "IN": "INR",
            "PK": "PKR", "JP": "JPY", "CN": "CNY", "TW": "TWD", "KR": "KRW", "CH": "CHF", "SE": "SEK", "NO": "NOK",
            "DK": "DKK", "PL": "PLN", "CZ": "CZK", "HU": "HUF", "RO": "RON", "BG": "BGN", "IL": "ILS", "ZA": "ZAR",
            "AE": "AED", "SA": "SAR", "BR": "BRL", "MX": "MXN", "PH": "PHP", "MY": "MYR", "TH": "THB", "ID": "IDR",
            "VN": "VND", "NG": "NGN", "KE": "KES", "EG": "EGP", "TR": "TRY", "UA": "UAH", "CO": "COP", "CL": "CLP",
        ]
        let euro = "DE FR NL BE LU ES PT IT AT IE FI GR EE LV LT SK SI MT CY HR".split(separator: " ")
        for country in euro { local[String(country)] = "EUR" }
        return local
    }()

    private static let signs: [String: String] = [
        "$": "USD", "us$": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR",
        "£": "GBP", "pounds": "GBP", "₹": "INR", "rs": "INR", "lpa": "INR", "rupees": "INR", "lakh": "INR",
        "lakhs": "INR", "¥": "JPY", "yen": "JPY", "zł": "PLN", "zl": "PLN", "₩": "KRW", "₽": "RUB", "₺": "TRY",
        "₪": "ILS", "₱": "PHP", "₫": "VND", "₦": "NGN", "kč": "CZK", "lei": "RON", "r$": "BRL", "rm": "MYR",
        "fr": "CHF",
        "kr": "SEK", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD",
    ]
    private static let prefixes: [String: String] = [
        "us": "USD", "c": "CAD", "ca": "CAD", "cad": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD", "nz": "NZD",
        "s": "SGD",
        "sg": "SGD", "sgd": "SGD", "hk": "HKD", "r": "BRL", "mx": "MXN", "usd": "USD", "nt": "TWD",
    ]
    private static let codes: Set<String> = [
        "usd", "eur", "gbp", "inr", "jpy", "pln", "krw", "rub", "ils", "php", "vnd", "ngn", "czk", "ron", "brl", "myr",
        "chf", "sek", "nok", "dkk", "cad", "aud", "nzd", "sgd", "hkd", "mxn", "zar", "aed", "sar", "cny", "twd", "thb",
        "idr", "huf", "bgn", "ars", "cop", "clp", "pkr", "kes", "egp", "uah", "isk", "qar",
    ]
}
