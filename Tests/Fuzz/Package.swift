// swift-tools-version: 6.2

// Fuzzers for the reading of documents and for all that is made of them, in a package of their own, since
// libFuzzer brings its own `main` and every target must be instrumented. To run one of them, in this folder:
//
//     swift build -c release
//     mkdir -p corpus/yaml
//     SWIFT_BACKTRACE=enable=no .build/release/FuzzYAML -max_len=4096 -timeout=10 \
//       corpus/yaml Seeds
//
// FuzzYAML, FuzzJSON and FuzzDocuments read inputs as YAML and Markdown, as JSON, and as OpenAPI documents;
// FuzzGeneration goes on to the Swift files.
// A crash leaves its input in a file; the fuzzer runs it again when given that file as its argument.

import PackageDescription

let instrumented: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]

/// A fuzzer, which is a program.
func fuzzer(_ name: String, dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["Fuzzing", "ApusSource", "ApusYAML"] + dependencies,
    swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])],
    linkerSettings: [
      .unsafeFlags(["-sanitize=fuzzer,address"]),
      .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux])),
    ]
  )
}

let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v15)],
  targets: [
    // Links to the main package's sources: its targets are no products.
    .target(name: "ApusSource", swiftSettings: instrumented),
    .target(name: "ApusCore", swiftSettings: instrumented),
    .target(name: "ApusYAML", dependencies: ["ApusSource"], swiftSettings: instrumented),
    .target(
      name: "ApusOpenAPI", dependencies: ["ApusYAML", "ApusCore", "ApusSource"],
      swiftSettings: instrumented),
    .target(
      name: "ApusModel", dependencies: ["ApusOpenAPI", "ApusCore", "ApusSource"],
      swiftSettings: instrumented),
    .target(
      name: "ApusSwift", dependencies: ["ApusModel", "ApusCore", "ApusSource"],
      swiftSettings: instrumented),
    .target(
      name: "Fuzzing", dependencies: ["ApusYAML", "ApusSource"], swiftSettings: instrumented),
    fuzzer("FuzzYAML", dependencies: []),
    fuzzer("FuzzJSON", dependencies: []),
    fuzzer("FuzzDocuments", dependencies: ["ApusOpenAPI", "ApusCore"]),
    fuzzer(
      "FuzzGeneration", dependencies: ["ApusOpenAPI", "ApusModel", "ApusSwift", "ApusCore"]),
  ]
)
