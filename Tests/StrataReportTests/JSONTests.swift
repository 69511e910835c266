import Foundation
import StrataModel
import StrataReport
import StrataTestSupport
import Testing

@Suite("JSON")
struct JSONTests {
    private static let sample = JSONValue.object([
        ("id", .integer(7)), ("layers", .object([("mlops", .number(0.25)), ("outside", .number(1))])),
        ("needs", .array([.string("mlops"), .string("applied-ml")])),
        ("spans", .array([.array([.integer(0), .integer(4)])])),
        ("salary", .null), ("empty", .array([])), ("none", .object([])), ("remote", .bool(true)),
    ])

    @Test("keys keep their order; pretty is indented, plain has no space")
    func snapshot() {
        #expect(
            JSONRenderer.render(Self.sample, pretty: true) == """
                {
                  "id": 7,
                  "layers": {
                    "mlops": 0.25,
                    "outside": 1.0
                  },
                  "needs": ["mlops", "applied-ml"],
                  "spans": [
                    [0, 4]
                  ],
                  "salary": null,
                  "empty": [],
                  "none": {},
                  "remote": true
                }

                """)
        let line =
            #"{"id":7,"layers":{"mlops":0.25,"outside":1.0},"needs":["mlops","applied-ml"],"spans":[[0,4]],"#
            + #""salary":null,"empty":[],"none":{},"remote":true}"# + "\n"
        #expect(JSONRenderer.line(Self.sample) == line)
        var buffer = Array("before\n".utf8)
        JSONRenderer.append(Self.sample, to: &buffer)
        #expect(String(decoding: buffer, as: UTF8.self) == "before\n" + line)
    }

    @Test("control characters, separators and overrides are escaped, other scripts are not")
    func escapes() {
        let text = "\u{0}\u{8}\t\n\u{C}\r\u{1B}\"\\/\u{7F}\u{9B}\u{2028}\u{2029}\u{202E}\u{2066}\u{61C}é–機👩🏽‍💻£ب"
        let expected = #""\u0000\b\t\n\f\r\u001b\"\\/\u007f\u009b\u2028\u2029\u202e\u2066\u061cé–機👩🏽‍💻£ب""#
        #expect(JSONRenderer.line(.string(text)) == expected + "\n")
    }

    @Test("doubles have the fewest digits that give them back; what is no number is null")
    func numbers() {
        let values: [Double] = [
            0.1, 1, -0.5, 1e-7, 1e21, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .nan, .infinity, -.infinity,
        ]
        let expected = "[0.1,1.0,-0.5,1e-07,1e+21,5e-324,1.7976931348623157e+308,null,null,null]\n"
        #expect(JSONRenderer.line(.array(values.map { .number($0) })) == expected)
        #expect(JSONRenderer.line(.array([.integer(.max), .integer(.min)])) == "[\(Int.max),\(Int.min)]\n")
    }

    @Test("every double comes back to the bit")
    func doubles() {
        var generator = RepeatableGenerator(seed: 8)
        for _ in 0..<2000 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            #expect(Double(JSONRenderer.line(.number(number)).dropLast()) == number)
        }
    }

    @Test("Foundation reads back what was written, pretty or not, in one line when not")
    func roundTrip() throws {
        var generator = RepeatableGenerator(seed: 6)
        for _ in 0..<500 {
            let value = generator.json(depth: 4)
            for pretty in [true, false] {
                let text = JSONRenderer.render(value, pretty: pretty)
                let read = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
                #expect(isSame(read, value), "\(text)")
                #expect(pretty || text.utf8.lazy.filter { $0 == UInt8(ascii: "\n") }.count == 1)
            }
        }
    }

    private func isSame(_ read: Any, _ value: JSONValue) -> Bool {
        switch value {
        case .null: return read is NSNull
        case .bool(let bool): return read as? Bool == bool
        case .integer(let number): return (read as? NSNumber)?.int64Value == Int64(number)
        // Foundation reads by way of decimals and may be off in the last bit; another test asks for every bit.
        case .number(let number): return abs(((read as? NSNumber)?.doubleValue ?? .nan) - number) <= abs(number) * 1e-15
        // Swift calls strings equal that differ in normal form; the bytes must be the same.
        case .string(let text): return (read as? String).map { $0.utf8.elementsEqual(text.utf8) } ?? false
        case .array(let values):
            guard let array = read as? [Any], array.count == values.count else { return false }
            return zip(array, values).allSatisfy(isSame)
        case .object(let members):
            guard let object = read as? [String: Any], object.count == members.count else { return false }
            return members.allSatisfy { key, value in object[key].map { isSame($0, value) } ?? false }
        }
    }
}
