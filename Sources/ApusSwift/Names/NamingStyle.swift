/// How the document's names become Swift's.
public enum NamingStyle: String, CaseIterable, Sendable {
  /// As Swift developers write them: `thread_id` becomes `threadID`.
  case idiomatic
  /// As the document spells them, where that is an identifier that begins as Swift's do: types with
  /// a capital letter, and everything else with a small one.
  case document
}
