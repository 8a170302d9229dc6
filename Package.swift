// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "minipy",
    products: [
        .library(name: "MiniPy", targets: ["Runtime"]),
        .executable(name: "minipy", targets: ["minipy"]),
    ],
    dependencies: [
        // Reference for property tests of our own integers; tests only.
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1")
    ],
    targets: [
        // Text to tokens to tree to code.
        .target(name: "CUnicode", exclude: ["names.bin"]),
        .target(name: "UnicodeData", dependencies: ["CUnicode"]),
        .target(name: "Lexer", dependencies: ["UnicodeData"]),
        .target(name: "Parser", dependencies: ["Lexer", "UnicodeData"]),
        .target(name: "Compiler", dependencies: ["Parser"]),

        // Everything that runs.
        .target(name: "CLibrary"),
        // The system's zlib (Debian: zlib1g-dev), for the module of that name.
        .systemLibrary(name: "CZlib"),
        .target(
            name: "Runtime",
            dependencies: ["Compiler", "CLibrary", "CUnicode", "CZlib", "UnicodeData"],
            exclude: ["Library"]
        ),
        // The line editor of the prompt. Under the GPL: the command links it, the library product never does.
        .target(
            name: "CReadline",
            linkerSettings: [.linkedLibrary("readline"), .linkedLibrary("tinfo", .when(platforms: [.linux]))]
        ),
        .executableTarget(name: "minipy", dependencies: ["Runtime", "CReadline"]),

        .testTarget(name: "LexerTests", dependencies: ["Lexer"]),
        .testTarget(name: "ParserTests", dependencies: ["Parser"]),
        .testTarget(name: "CompilerTests", dependencies: ["Compiler"]),
        .testTarget(name: "RuntimeTests", dependencies: ["Runtime"]),
        .testTarget(name: "NumericsTests", dependencies: ["Runtime", "BigInt"]),
        .testTarget(name: "UnicodeDataTests", dependencies: ["UnicodeData"]),
        .testTarget(name: "ConformanceTests", dependencies: ["minipy"]),
        .testTarget(name: "ReplTests", dependencies: ["minipy"]),
    ]
)
