using System.Text;
using Quire.Composition.Validation;
using Quire.Prompts.Files;
using Quire.Templating.Diagnostics;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Core.Tests.Validation;

/// <summary>
/// On a public collection of prompts there are no findings of secrets and personal data but those that a file lists with their reasons. A line of the
/// file is <c>path:line:column code reason</c>.
/// </summary>
public sealed class FabricFindingTests
{
    [Fact]
    public void The_collection_has_exactly_the_findings_that_are_explained()
    {
        using var folder = new TempFolder();
        new GitCli(folder.Path).Run("clone", "-q", RepositoryRoot.Combine("tests", "data", "fabric-patterns.bundle"), "fabric");
        var paths = new GitCli(folder.Combine("fabric")).Run("ls-files", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var prompts = paths.Select(path => (Path: path, Bytes: File.ReadAllBytes(folder.Combine("fabric", path)))).Where(file => FileRole.Classify(file.Path, file.Bytes).PromptName is not null).ToList();
        prompts.Count.ShouldBe(292);

        var findings = prompts.SelectMany(file => PromptValidator.Validate(new ValidationInput { TreePath = file.Path, Bytes = file.Bytes }).Diagnostics).ToList();
        findings.ShouldAllBe(finding => finding.Severity != Severity.Error);
        var found = findings.Where(finding => finding.Code.StartsWith("QP51", StringComparison.Ordinal) || finding.Code.StartsWith("QP52", StringComparison.Ordinal))
            .Select(finding => $"{finding.File}:{finding.Line}:{finding.Column} {finding.Code}").Order(StringComparer.Ordinal);
        var explained = File.ReadAllLines(RepositoryRoot.Combine("tests", "data", "fabric-patterns.findings.txt"), Encoding.UTF8)
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', 3)).ToList();
        explained.ShouldAllBe(parts => parts.Length == 3 && parts[2].Length > 20);
        explained.Select(parts => $"{parts[0]} {parts[1]}").ShouldBe(found);
    }
}
