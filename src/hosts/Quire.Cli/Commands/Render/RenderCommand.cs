using System.CommandLine;
using Quire.Cli.Batch;
using Quire.Cli.Connecting;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;
using Quire.Templating;

namespace Quire.Cli.Commands.Render;

/// <summary><c>quire render</c>: a template or prompt with variables, without layers.</summary>
internal static class RenderCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var prompt = new Argument<string?>("prompt") { Description = "a file, '-' for standard input, or an address such as support/answer@production", Arity = ArgumentArity.ZeroOrOne, HelpName = "FILE|-|ADDRESS" };
        var dialect = new Option<string?>("--dialect") { Description = $"how a bare template is read: {Dialects.Names}", HelpName = "NAME" };
        var strict = new Option<bool>("--strict") { Description = "in a bare template, a name that nobody defined is an error" };
        var batch = new Option<bool>("--batch") { Description = "read JSON Lines from standard input, answer each on its line (docs/cli.md)" };
        var command = new Command("render", "Renders a file, standard input or a stored prompt.") { prompt, dialect, strict, batch };
        var variables = new VariableOptions(command);
        var store = new StoreOptions(command);
        return command.Does(cli, async (call, cancellation) =>
        {
            if (call.GetValue(batch))
                return BatchLoop.Run(cli, new RenderBatch(cli.Clock));
            var name = call.GetValue(prompt) ?? throw CliErrors.WrongCall("Nothing to render was named.", "quire render FILE, quire render - or quire render support/answer");
            var given = variables.Read(cli, call);
            var rendered = IsFile(cli, name)
                ? RenderFile(cli, new SourceReader(cli, call.GetValue(dialect), new TemplateOptions { Undefined = call.GetValue(strict) ? UndefinedMode.Strict : UndefinedMode.Default }).Read(name), given)
                : await StoredPrompt.Render(cli, store.Read(cli, call), name, given, cancellation);
            rendered.Print(cli, store.Json(call));
            return ExitCodes.Done;
        });
    }

    // What exists as a file is one; what looks like a file's name and does not exist is a mistake, not an address.
    private static bool IsFile(CliContext cli, string name) =>
        name == SourceReader.StandardInput || File.Exists(cli.PathOf(name)) || Directory.Exists(cli.PathOf(name)) || LooksLikeFile(name);

    private static bool LooksLikeFile(string name) =>
        Path.IsPathRooted(name) || name.StartsWith("./", StringComparison.Ordinal) || name.StartsWith("../", StringComparison.Ordinal)
        || name.EndsWith(".prompt.md", StringComparison.Ordinal) || name.EndsWith(".prompt.yml", StringComparison.Ordinal);

    private static Rendered RenderFile(CliContext cli, SourceResult source, Dictionary<string, System.Text.Json.JsonElement> variables)
    {
        if (source.Template is null && source.Prompt is null)
            throw Findings.Refuse("The template does not parse", source.Findings);
        foreach (var warning in source.Findings)
            ErrorPrinter.Print(cli.Error, warning);
        var renderer = new PromptRenderer(variables, cli.Clock);
        return source.Prompt is { } prompt ? renderer.Render(prompt) : renderer.Render(source.Template!);
    }
}
