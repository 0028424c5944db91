import ApusSource

/// A verb that makes files of documents and compares them with those on disk.
protocol GenerationVerb: Verb where Arguments == GenerationArguments {
  /// Does what is to be done about the files of one document.
  static func finish(_ plan: OutputPlan, _ run: inout GenerationRun) -> (ExitCode, String?)
}

extension GenerationVerb {
  static func run(_ words: [String], console: Console) throws(UsageError) -> ExitCode {
    guard case .work(let asked) = try Arguments.parse(words) else {
      console.print(HelpText.verb(Self.self))
      return .success
    }
    guard asked.isWatched else { return try run(words, asked, FilesRead(), console: console) }
    return try Watch.run(on: console, isQuiet: asked.isQuiet) { files throws(UsageError) in
      try run(words, asked, files, console: console)
    }
  }

  /// Does the work once.
  private static func run(
    _ words: [String], _ asked: GenerationArguments, _ files: FilesRead, console: Console
  ) throws(UsageError) -> ExitCode {
    SettingsFile.candidates(for: asked).forEach(files.insert)
    var diagnostics = Diagnostics()
    let all = try SettingsFile.arguments(for: words, asked, diagnostics: &diagnostics)
    guard let all else {
      asked.tell(diagnostics, on: console)
      return .usage
    }
    var code = ExitCode.success
    for arguments in all {
      var run = GenerationRun(arguments, files, console: console)
      code = max(code, try Self.run(&run))
    }
    return code
  }

  static func run(
    _ arguments: GenerationArguments, console: Console
  ) throws(UsageError) -> ExitCode {
    var run = GenerationRun(arguments, FilesRead(), console: console)
    return try Self.run(&run)
  }

  private static func run(_ run: inout GenerationRun) throws(UsageError) -> ExitCode {
    switch try run.plan() {
    case .failed(let code):
      run.report()
      return code
    case .planned(let plan):
      let (code, summary) = finish(plan, &run)
      run.report(plan, summary: summary)
      return code
    }
  }
}
