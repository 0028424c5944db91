// swift-tools-version: 6.2

import PackageDescription

// Generated code is to compile without a warning, whatever its target is set to.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let apusRuntime = Target.Dependency.product(name: "ApusRuntime", package: "apus")
let apusPlugin = Target.PluginUsage.plugin(name: "ApusPlugin", package: "apus")

let package = Package(
  name: "consumer",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "apus", path: Context.environment["APUS_PACKAGE"] ?? "../..")
  ],
  targets: [
    // A document of any name, which refers to another file, in an application's module.
    .target(
      name: "Shop",
      dependencies: [apusRuntime],
      swiftSettings: strict + [
        .defaultIsolation(MainActor.self),
        .enableUpcomingFeature("MemberImportVisibility"),
      ],
      plugins: [apusPlugin]
    ),
    // Two documents whose names for schemas are the same, and settings.
    .target(
      name: "Several",
      dependencies: [apusRuntime],
      swiftSettings: strict,
      plugins: [apusPlugin]
    ),
    .executableTarget(
      name: "Demo",
      dependencies: ["Shop", "Several", apusRuntime],
      swiftSettings: strict
    ),
  ]
)
