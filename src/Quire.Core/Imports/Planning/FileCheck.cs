using Quire.Composition.Validation;
using Quire.Core.Contents;
using Quire.Core.Imports.Reading;
using Quire.Core.Limits;
using Quire.Prompts.Files;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Imports.Planning;

/// <summary>Checks a file as the write door will, so that a broken one is told by itself.</summary>
/// <param name="policy">What the organisation asks.</param>
internal sealed class FileCheck(ValidationPolicy policy)
{
    /// <summary>The file, read.</summary>
    /// <exception cref="ItemRefusedException">It cannot be stored.</exception>
    /// <exception cref="ContentRefusedException">Its text is refused.</exception>
    /// <exception cref="Errors.QuireException"><c>too_large</c>.</exception>
    public ParsedFile Check(PlannedFile file)
    {
        QuireLimits.FileBytes.Check(file.Bytes.Length, $"The file '{file.Path}'");
        if (FileRole.Classify(file.Path, []) is FileRole.Prompt)
            QuireLimits.PromptBytes.Check(file.Bytes.Length, $"The prompt file '{file.Path}'");
        var parsed = ContentReader.Parse(file.Path, file.Bytes.Span);
        if (parsed.Role is FileRole.Refused refused)
            throw new ItemRefusedException(refused.Error.Message, refused.Error.Hint ?? "Leave the file out, or name it otherwise.");
        var found = parsed.File is { } prompt ? parsed.Diagnostics.Concat(PromptValidator.CheckContent(prompt, file.Bytes.Span, policy)) : parsed.Diagnostics;
        var errors = found.Where(finding => finding.Severity == Severity.Error).ToList();
        return errors.Count == 0 ? parsed : throw new ContentRefusedException(errors);
    }
}
