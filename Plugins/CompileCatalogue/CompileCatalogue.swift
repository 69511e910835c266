import PackagePlugin

/// Compiles the seeds while Strata is built, so that a command that reads JDs opens them ready-made.
@main
struct CompileCatalogue: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let tool = try context.tool(named: "compile-catalogue")
        let source = context.pluginWorkDirectoryURL.appending(path: "CompiledSeeds.swift")
        return [
            .buildCommand(
                displayName: "Compiling the catalogue", executable: tool.url,
                arguments: [source.path(percentEncoded: false)],
                outputFiles: [source])
        ]
    }
}
