using System.CommandLine;
using Quire.Cli.Batch;
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
        var strict = new Option<bool>("--strict") { Description = "a name that nobody defined is an error" };
        var batch = new Option<bool>("--batch") { Description = "read JSON Lines from standard input, answer each on its line (docs/cli.md)" };
        var json = new Option<bool>("--json") { Description = "print JSON" };
        var command = new Command("render", "Renders a file, standard input or a stored prompt.") { prompt, dialect, strict, batch, json };
        var variables = new VariableOptions(command);
        return command.Does(cli, (call, _) =>
        {
            if (call.GetValue(batch))
                return Task.FromResult(BatchLoop.Run(cli, new RenderBatch(cli.Clock).Answer));
            var name = call.GetValue(prompt) ?? throw CliErrors.WrongCall("Nothing to render was named.", "quire render FILE, quire render - or quire render support/answer");
            var options = new TemplateOptions { Undefined = call.GetValue(strict) ? UndefinedMode.Strict : UndefinedMode.Default };
            var source = new SourceReader(cli, call.GetValue(dialect), options).Read(name);
            RenderFile(cli, source, new PromptRenderer(variables.Read(cli, call), cli.Clock)).Print(cli, call.GetValue(json));
            return Task.FromResult(ExitCodes.Done);
        });
    }

    private static Rendered RenderFile(CliContext cli, SourceResult source, PromptRenderer renderer)
    {
        if (source.Template is null && source.Prompt is null)
            throw Findings.Refuse("The template does not parse", source.Findings);
        foreach (var warning in source.Findings)
            ErrorPrinter.Print(cli.Error, warning);
        return source.Prompt is { } prompt ? renderer.Render(prompt) : renderer.Render(source.Template!);
    }
}
