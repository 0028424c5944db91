import AgentServer
import ApusRuntime
import CancelRuns
import Foundation

// ValidationBenchmark DIR [WORD…]: prints tables, and leaves the texts in DIR for others to read. With words, it
// does only the work that has one of them in its title and label, such as `Run: encode`.

let arguments = CommandLine.arguments.dropFirst()
let folder = URL(fileURLWithPath: arguments.first ?? ".")
let words = Array(arguments.dropFirst())

func measure<Value: JSONCodable & Validated, Plain: Codable>(
  _ title: String, _ texts: [[UInt8]], as type: Value.Type, beside plain: Plain.Type
) throws {
  let text = Texts.list(texts)
  let schema = Schema(.type(.array), .items(Value.schema))
  let values = try [Value](json: text)
  let table = Table(title: title, size: text.count, count: values.count, words: words)
  try table.add("parse") { try withJSON(text) { $0.count } }
  try withJSON(text) { view in
    table.add("validate") { schema.accepts(view) }
    table.add("decode") { try? [Value](from: view) }
  }
  try table.add("parse, validate") { try withJSON(text) { schema.accepts($0) } }
  try table.add("parse, validate, decode") { try [Value](json: text) }
  try table.add("parse, validate, decode one by one") {
    for text in texts { _ = try Value(json: text) }
  }
  table.add("encode") { values.json }
  table.add("encode one by one") { for value in values { _ = value.json } }

  let data = Data(text)
  let plainValues = try JSONDecoder().decode([Plain].self, from: data)
  try table.add("JSONDecoder: decode") { try JSONDecoder().decode([Plain].self, from: data) }
  try table.add("JSONEncoder: encode") { try JSONEncoder().encode(plainValues) }
  print()
}

let runs = Texts.runs(1_000)
try Data(Texts.list(runs)).write(to: folder.appending(path: "runs.json"))
try measure("Run", runs, as: AgentServer.Run.self, beside: PlainRun.self)

let bodies = Texts.bodies(1_000)
try Data(Texts.list(bodies)).write(to: folder.appending(path: "cancel.json"))
try measure("RunsCancel", bodies, as: CancelRuns.RunsCancel.self, beside: PlainRunsCancel.self)
