using Quire.Core.Changes.Planning;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Prompts.Files;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Composing;

/// <summary>Checks the files of a preview before anything is made of them.</summary>
internal static class PreviewSources
{
    /// <summary>Refuses what the write door refuses of single files.</summary>
    /// <exception cref="QuireException"><c>rejected</c>, <c>too_large</c>, <c>invalid_name</c>.</exception>
    public static void Check(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sources)
    {
        var findings = new List<Diagnostic>();
        foreach (var (path, bytes) in sources)
        {
            QuireLimits.PromptBytes.Check(bytes.Length, $"The file '{path}'");
            var parsed = ContentReader.Parse(path, bytes.Span);
            if (parsed.Role is FileRole.Refused refused)
                throw refused.Error.AsException();
            findings.AddRange(parsed.Diagnostics);
        }
        if (findings.Exists(finding => finding.Severity == Severity.Error))
            throw Rejection.Of("The preview is refused", findings);
    }
}
