// swift-tools-version: 6.2

// A fuzzer for the reading of documents, in a package of its own, since libFuzzer brings its own `main`
// and every target must be instrumented. To run it, in this folder:
//
//     swift build -c release
//     mkdir -p corpus
//     SWIFT_BACKTRACE=enable=no .build/release/FuzzDocuments -max_len=4096 -timeout=10 \
//       corpus Seeds ../../spec
//
// A crash leaves its input in a file; the fuzzer runs it again when given that file as its argument.

import PackageDescription

let instrumented: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]

let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v15)],
  targets: [
    // Links to the main package's sources: its targets are no products.
    .target(name: "ApusSource", swiftSettings: instrumented),
    .target(name: "ApusYAML", dependencies: ["ApusSource"], swiftSettings: instrumented),
    .executableTarget(
      name: "FuzzDocuments",
      dependencies: ["ApusSource", "ApusYAML"],
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])],
      linkerSettings: [
        .unsafeFlags(["-sanitize=fuzzer,address"]),
        .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux])),
      ]
    ),
  ]
)
