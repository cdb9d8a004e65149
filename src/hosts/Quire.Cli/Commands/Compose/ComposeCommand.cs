using System.CommandLine;
using Quire.Cli.Batch;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Compose;

/// <summary><c>quire compose</c>: a stored prompt with the layers of a request.</summary>
internal static class ComposeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var address = new Argument<string?>("address") { Description = "the base prompt, for example support/answer@production", Arity = ArgumentArity.ZeroOrOne, HelpName = "ADDRESS" };
        var batch = new Option<bool>("--batch") { Description = "read JSON Lines with the sources of all layers from standard input, answer each on its line (docs/cli.md)" };
        var explain = new Option<bool>("--explain") { Description = "say for every merge point who offered what, and what won" };
        var with = new Option<string[]>("--with") { Description = "a file that is not stored, or a folder of prompt files, in the place of stored ones; may be repeated", HelpName = "FILE|FOLDER" };
        var branch = new Option<string?>("--branch") { Description = "with --with: the branch that the files stand over", HelpName = "NAME" };
        var command = new Command("compose", "Composes a prompt out of its layers. With --with it composes as if files were committed; nothing of it is kept.") { address, batch, explain, with, branch };
        var request = new ComposeOptions(command);
        var store = new StoreOptions(command);
        return command.Does(cli, async (call, cancellation) =>
        {
            if (call.GetValue(batch))
                return BatchLoop.Run(cli, new ComposeRows());
            var wanted = call.GetValue(address) ?? throw CliErrors.WrongCall("No prompt to compose was named.", "quire compose support/answer --tenant acme");
            var body = request.Read(cli, call, call.GetValue(explain));
            var preview = PreviewFiles.Read(cli, call.GetValue(with) ?? [], call.GetValue(branch));
            await using var api = await new Connector(cli).Open(store.Read(cli, call), cancellation);
            var prompt = api.ParseAddress(wanted);
            var composed = preview is null
                ? await api.Send(HttpMethod.Post, api.ProjectRoute("compose", prompt.Project.ToString()), writer => body.Write(writer, prompt), cancellation)
                : await api.Send(HttpMethod.Post, api.ProjectRoute("preview", prompt.Project.ToString()), writer => preview.Write(writer, body, prompt), cancellation);
            new ComposedPrinter(cli, composed).Print(store.Json(call), call.GetValue(explain));
            return ExitCodes.Done;
        });
    }
}
