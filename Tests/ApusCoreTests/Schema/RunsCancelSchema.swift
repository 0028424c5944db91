import ApusCore
import CancelRuns

/// The first document's heart, as generated code spells it.
let runsCancelSchema: Schema = Schema(
  at: SchemaLocation(
    SchemaDocument(
      file: "cancel-runs.yaml",
      outline: """
        /components/schemas/RunsCancel 83 37
         type 0
         properties 3
          status 1
           enum 2
          thread_id 9
           format 2
         oneOf 15
          0 1
           required 0
          1 2
           required 0
        """),
    "/components/schemas/RunsCancel"),
  .type(.object),
  .properties(
    Property("status", .type(.string), .enum("pending", "running", "all")),
    Property("thread_id", .type(.string), .format(.uuid)),
    Property("run_ids", .type(.array), .items(Schema(.type(.string), .format(.uuid))))
  ),
  .oneOf(Schema(.required("status")), Schema(.required("thread_id", "run_ids")))
)
