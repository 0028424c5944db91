#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

let words = Array(CommandLine.arguments.dropFirst())
exit(Progress.told(on: .process) { Tool.run(words, console: $0) }.rawValue)
