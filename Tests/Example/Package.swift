// swift-tools-version: 6.2

import PackageDescription

let apusRuntime = Target.Dependency.product(name: "ApusRuntime", package: "apus")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")

let package = Package(
  name: "pizzeria",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "apus", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    // apus generate Tests/Example/pizzeria.yaml: apus.yaml beside it says the rest.
    .target(name: "PizzeriaAPI", dependencies: [apusRuntime, hummingbird]),
    .executableTarget(
      name: "PizzeriaServer", dependencies: ["PizzeriaAPI", apusRuntime, hummingbird]
    ),
    .executableTarget(name: "PizzeriaClient", dependencies: ["PizzeriaAPI", apusRuntime]),
  ]
)
