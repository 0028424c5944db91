// swift-tools-version: 6.2

import PackageDescription

/// The artifact bundle of a tool that is already built: an absolute path, or one below this folder.
/// `Sources/Release/run` makes one. Without it, the plugins build the tool.
let bundle = Context.environment["APUS_ARTIFACT_BUNDLE"].map { path in
  // Paths of targets are relative to the package.
  let outwards = Context.packageDirectory.split(separator: "/").map { _ in "../" }.joined()
  return path.hasPrefix("/") ? outwards + path.dropFirst() : path
}
let tool: Target.Dependency = bundle == nil ? "apus" : "apus-binary"

let package = Package(
  name: "apus",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .executable(name: "apus", targets: ["apus"]),
    .library(name: "ApusRuntime", targets: ["ApusRuntime"]),
    .plugin(name: "ApusPlugin", targets: ["ApusPlugin"]),
    .plugin(name: "ApusCommand", targets: ["ApusCommand"]),
  ],
  dependencies: [],
  targets: [
    // The floors, lowest first: each imports only floors above it in this list.
    .target(name: "ApusSource"),
    .target(name: "ApusCore"),
    .target(name: "ApusRuntime", dependencies: ["ApusCore"]),
    .target(name: "ApusYAML", dependencies: ["ApusSource"]),
    .target(name: "ApusOpenAPI", dependencies: ["ApusYAML", "ApusCore", "ApusSource"]),
    .target(name: "ApusModel", dependencies: ["ApusOpenAPI", "ApusCore", "ApusSource"]),
    .target(name: "ApusSwift", dependencies: ["ApusModel", "ApusCore", "ApusSource"]),
    .target(
      name: "ApusChanges",
      dependencies: [
        "ApusSwift", "ApusModel", "ApusOpenAPI", "ApusYAML", "ApusCore", "ApusSource",
      ]
    ),
    .executableTarget(
      name: "apus",
      dependencies: [
        "ApusSource", "ApusCore", "ApusYAML", "ApusOpenAPI", "ApusModel", "ApusSwift",
        "ApusChanges",
      ]
    ),

    // The tool as a part of builds, and as `swift package apus`.
    .plugin(
      name: "ApusPlugin", capability: .buildTool(), dependencies: [tool],
      path: "Sources/ApusPlugin"
    ),
    .plugin(
      name: "ApusCommand",
      capability: .command(
        intent: .custom(verb: "apus", description: "Write Swift for OpenAPI documents"),
        permissions: [
          .writeToPackageDirectory(reason: "Apus writes the Swift files that it generates.")
        ]
      ),
      dependencies: [tool],
      path: "Sources/ApusCommand"
    ),

    // What the tool makes of `spec/cancel-runs.yaml`.
    .target(name: "CancelRuns", dependencies: ["ApusRuntime"], path: "Generated"),

    .testTarget(name: "ApusSourceTests", dependencies: ["ApusSource"]),
    .testTarget(name: "ApusCoreTests", dependencies: ["ApusCore", "ApusRuntime", "CancelRuns"]),
    .testTarget(
      name: "ApusRuntimeTests",
      dependencies: [
        "ApusRuntime", "ApusCore", "CancelRuns", "Library", "Messages", "Parts", "Pets",
        "Post",
      ]
    ),
    .testTarget(name: "ApusYAMLTests", dependencies: ["ApusYAML", "ApusSource"]),
    .testTarget(
      name: "ApusOpenAPITests",
      dependencies: ["ApusOpenAPI", "ApusYAML", "ApusCore", "ApusSource"]
    ),
    .testTarget(
      name: "ApusSwiftTests",
      dependencies: ["ApusSwift", "ApusModel", "ApusOpenAPI", "ApusYAML", "ApusSource"]
    ),
    .testTarget(
      name: "ApusModelTests",
      dependencies: ["ApusModel", "ApusOpenAPI", "ApusYAML", "ApusCore", "ApusSource"]
    ),
    .testTarget(
      name: "ApusChangesTests",
      dependencies: [
        "ApusChanges", "ApusSwift", "ApusModel", "ApusOpenAPI", "ApusYAML", "ApusSource",
      ]
    ),
    .testTarget(name: "ApusTests", dependencies: ["apus"]),
    .testTarget(name: "CancelRunsTests", dependencies: ["CancelRuns", "ApusRuntime"]),

    // What the tool makes of a document of messages of several parts or of several kinds.
    .target(
      name: "Messages", dependencies: ["ApusRuntime"], path: "Tests/Golden/messages/expected"
    ),

    // What the tool makes of a document of parts with header fields, in an order, and nested.
    .target(name: "Parts", dependencies: ["ApusRuntime"], path: "Tests/Golden/parts/expected"),

    // What the tool makes of a document whose operations share messages.
    .target(name: "Pets", dependencies: ["ApusRuntime"], path: "Tests/Golden/shared/expected"),

    // What the tool makes of documents of composed schemas.
    .target(
      name: "Compositions", dependencies: ["ApusRuntime"],
      path: "Tests/Golden/compositions/expected"
    ),
    .target(name: "Unions", dependencies: ["ApusRuntime"], path: "Tests/Golden/unions/expected"),
    .target(
      name: "Discriminators", dependencies: ["ApusRuntime"],
      path: "Tests/Golden/discriminators/expected"
    ),
    .target(name: "Tuples", dependencies: ["ApusRuntime"], path: "Tests/Golden/tuples/expected"),
    .target(
      name: "Dictionaries", dependencies: ["ApusRuntime"],
      path: "Tests/Golden/dictionaries/expected"
    ),
    .target(
      name: "Defaults", dependencies: ["ApusRuntime"], path: "Tests/Golden/defaults/expected"
    ),
    // What the tool makes of a document that asks for credentials.
    .target(name: "Library", dependencies: ["ApusRuntime"], path: "Tests/Golden/security/expected"),
    // What the tool makes of a document with webhooks and callbacks.
    .target(name: "Post", dependencies: ["ApusRuntime"], path: "Tests/Golden/webhooks/expected"),
    .testTarget(
      name: "ComposedTypesTests",
      dependencies: [
        "Compositions", "Unions", "Discriminators", "Tuples", "Dictionaries", "Defaults",
        "ApusRuntime",
      ]
    ),
  ]
)

package.targets += bundle.map { [.binaryTarget(name: "apus-binary", path: $0)] } ?? []
