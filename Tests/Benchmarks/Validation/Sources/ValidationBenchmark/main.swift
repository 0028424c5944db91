import AgentServer
import ApusRuntime
import CancelRuns
import Foundation

// ValidationBenchmark DIR: prints a table, and leaves the texts in DIR for others to read.

let folder = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? ".")

func measure<Value: JSONCodable & Validated, Plain: Decodable>(
  _ title: String, _ text: [UInt8], as type: Value.Type, beside plain: Plain.Type
) throws {
  let schema = Schema(.type(.array), .items(Value.schema))
  let values = try [Value](json: text)
  var table = Table(title: title, size: text.count, count: values.count)
  try table.add("parse") { try withJSON(text) { $0.count } }
  try withJSON(text) { view in
    table.add("validate") { schema.accepts(view) }
    table.add("decode") { try? [Value](from: view) }
  }
  try table.add("parse, validate") { try withJSON(text) { schema.accepts($0) } }
  try table.add("parse, validate, decode") { try [Value](json: text) }
  table.add("encode") { values.json }
  let data = Data(text)
  try table.add("JSONDecoder: decode") { try JSONDecoder().decode([Plain].self, from: data) }
}

let runs = Texts.runs(1_000)
try Data(runs).write(to: folder.appending(path: "runs.json"))
try measure("Run", runs, as: AgentServer.Run.self, beside: PlainRun.self)

let bodies = Texts.bodies(1_000)
try Data(bodies).write(to: folder.appending(path: "cancel.json"))
try measure("RunsCancel", bodies, as: CancelRuns.RunsCancel.self, beside: PlainRunsCancel.self)
