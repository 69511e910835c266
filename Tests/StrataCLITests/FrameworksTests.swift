import Foundation
import StrataTestSupport
import Testing

/// Frameworks, the RRC matrix, and who in a team covers them.
@Suite struct FrameworksTests {
    private static let team = """
        team:
          - title: Research Scientist
            count: 7
            skills: [PyTorch, statistics]
          - title: Data Scientist
            count: 3
        """

    private func run(_ terminal: borrowing Terminal, _ arguments: String...) -> Terminal.Outcome {
        terminal.run(["frameworks"] + arguments, ["STRATA_DB": ""])
    }

    @Test func theMatrixHasWhatTheFourLayersNeedFirst() throws {
        let terminal = try Terminal()
        let answer = try run(terminal, "rrc", "--format", "json").object
        let roles = try #require(answer["roles"] as? [[String: Any]])
        #expect(Set(roles.compactMap { $0["layer"] as? String }).count == 4)
        for role in roles {
            for key in ["role", "name", "layer", "mission", "responsibilities", "capabilities"] {
                #expect(role.keys.contains(key), "\(key)")
            }
            #expect((role["responsibilities"] as? [String])?.isEmpty == false && role["cover"] == nil)
        }
        #expect((answer["phases"] as? [Any])?.count == 5)
        let text = run(terminal, "RRC").output
        for word in ["Mission", "Responsibilities", "Capabilities", "The method", "Find Gaps"] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test func rowsAreChosenByRoleAndByLayer() throws {
        let terminal = try Terminal()
        let answer = try run(
            terminal, "rrc", "--role", "Prompt Engineer", "--role", "ML engineer", "--layer", "ops", "--format", "json"
        ).object
        let roles = try #require(answer["roles"] as? [[String: Any]]).compactMap { $0["role"] as? String }
        #expect(roles.prefix(2) == ["prompt-engineer", "machine-learning-engineer"])
        #expect(roles.contains("mlops-engineer") && Set(roles).count == roles.count)
        #expect(!run(terminal, "rrc", "--layer", "mlops").output.contains("The method"))
        let csv = run(terminal, "rrc", "--layer", "mlops", "--format", "csv").output
        #expect(csv.hasPrefix("role,name,layer,mission,responsibilities,capabilities\n"))
    }

    @Test func aTeamCoversWhatItsPeopleDo() throws {
        let terminal = try Terminal()
        let team = try terminal.folder.write(Self.team, to: "team.yaml")
        let answer = try run(terminal, "ml-lifecycle", "--team", team, "--format", "json").object
        var states: [String: String] = [:]
        for phase in try #require(answer["phases"] as? [[String: Any]]) {
            let cover = try #require(phase["cover"] as? [String: Any])
            states[phase["slug"] as? String ?? ""] = cover["state"] as? String
            #expect((cover["people"] as? [String])?.isEmpty == (cover["state"] as? String == "open"))
        }
        #expect(states["training-and-experiment-tracking"] == "covered")
        for phase in ["data-collection-and-ingestion", "packaging-and-deployment", "monitoring-and-feedback"] {
            #expect(states[phase] == "open", "\(phase)")
        }
        let text = run(terminal, "ml-lifecycle", "--team", team).output
        #expect(text.contains("Nobody covers") && text.contains("What is open") && text.contains("10 people"))
        #expect(text.contains("MLOps Engineer"))
        let matrix = run(terminal, "rrc", "--team", team).output
        #expect(matrix.contains("Nobody has the responsibilities of: Data Engineer"))
        for format in ["markdown", "html", "csv", "jsonl"] {
            for framework in ["rrc", "crisp-dm"] {
                #expect(run(terminal, framework, "--team", team, "--format", format).status == 0)
            }
        }
    }

    @Test func theOrderOfATeamsFileChangesNothing() throws {
        let terminal = try Terminal()
        let lines = ["Data Engineer", "Data Scientist", "Prompt Engineer"].map { "  - title: \($0)\n" }
        let one = try terminal.folder.write("team:\n" + lines.joined(), to: "one.yaml")
        let other = try terminal.folder.write("team:\n" + lines.reversed().joined(), to: "other.yaml")
        for framework in ["rrc", "crisp-dm", "ml-lifecycle"] {
            #expect(run(terminal, framework, "--team", one).output == run(terminal, framework, "--team", other).output)
        }
    }

    @Test func whatCannotBeDoneIsSaid() throws {
        let terminal = try Terminal()
        #expect(run(terminal, "rrc", "--role", "Astronaut").status == 1)
        for arguments in [
            ["--role", "Data Engineer"], ["crisp-dm", "--layer", "mlops"], ["rrc", "--layer", "frontend"],
        ] {
            let outcome = terminal.run(["frameworks"] + arguments, ["STRATA_DB": ""])
            #expect(outcome.status == 64 && outcome.output.isEmpty, "\(arguments)")
        }
        #expect(run(terminal, "rrc", "--team", terminal.folder.file("none.yaml")).status == 66)
        let words = try terminal.folder.write("Nobody deploys.", to: "words.txt")
        let outcome = run(terminal, "rrc", "--team", words)
        #expect(outcome.status == 65 && outcome.errors.contains("names no team"))
        #expect(terminal.run("frameworks", "rrc").status == 66, "a database that is named and not there")
    }
}
