/// Does something again whenever a file changes that it has read.
enum Watch {
  /// Does it until the console's pauses end.
  ///
  /// - Parameter work: Notes every file that it reads. What is wrong with the arguments ends all if
  ///   it is so from the start; later it is told, because it comes from the settings file.
  static func run(
    on console: Console, isQuiet: Bool,
    work: (FilesRead) throws(UsageError) -> ExitCode
  ) throws(UsageError) -> ExitCode {
    var files = FilesRead()
    var code = try work(files)
    while true {
      if !isQuiet {
        console.printError("watching \(files.count) \(files.count == 1 ? "file" : "files")\n")
      }
      guard files.waitForChange(pause: console.pause) else { return code }
      files = FilesRead()
      do throws(UsageError) {
        code = try work(files)
      } catch {
        console.printErrorLine("error: \(error.message)")
        code = .usage
      }
    }
  }
}
