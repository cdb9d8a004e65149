using Quire.Cli.Connecting;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;
using Quire.Templating.Diagnostics;

namespace Quire.Cli.Commands.Lint;

/// <summary>Checks files beside what is stored, by asking the server's pipeline.</summary>
internal static class StoredLint
{
    /// <summary>The findings of all files, each under the name by which the call knows it.</summary>
    public static async Task<List<Diagnostic>> Check(CliContext cli, StoreTarget target, LintedAs context, SourceReader reader, IReadOnlyList<NamedFile> files, CancellationToken cancellation)
    {
        var findings = new List<Diagnostic>();
        await using var api = await new Connector(cli).Open(target, cancellation);
        foreach (var file in files)
        {
            var source = TextArgument.Decode(file.Path, reader.ReadBytes(file.Path));
            var answer = await api.Send(HttpMethod.Post, api.ProjectRoute("validate"), writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("path", file.TreePath);
                writer.WriteString("source", source);
                if (context.Branch is not null)
                    writer.WriteString("branch", context.Branch);
                if (context.Variables is not null)
                    JsonText.WriteObject(writer, "variables", context.Variables);
                writer.WriteEndObject();
            }, cancellation);
            findings.AddRange(answer.GetProperty("diagnostics").EnumerateArray().Select(finding => Named(DiagnosticJson.Read(finding), file)));
        }
        return findings;
    }

    private static Diagnostic Named(Diagnostic finding, NamedFile file) => finding.File == file.TreePath ? finding with { File = file.Path } : finding;
}
