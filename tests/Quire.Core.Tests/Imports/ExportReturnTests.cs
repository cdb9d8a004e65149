using System.Text;
using Quire.Core.Exports;
using Quire.Core.Imports;

namespace Quire.Core.Tests.Imports;

/// <summary>What is exported comes back as nothing new, whatever is in it: one prompt, some, a folder, a tag, a project, in every form.</summary>
public sealed class ExportReturnTests
{
    private static readonly (string Path, string Text)[] Odd =
    [
        ("empty.prompt.md", ""), ("break.prompt.md", "\n"), ("windows.prompt.md", "one\r\ntwo\r\n"), ("mark.prompt.md", "\uFEFFHello {{ x }}"), ("marked.prompt.yml", "\uFEFFmessages:\n  - role: user\n    content: x\n"),
        ("formula.prompt.md", "=SUM(A1)"), ("apostrophe.prompt.md", "'=1"), ("tab.prompt.md", "\tx"), ("quotes.prompt.md", "a \"b\", c; d\n\"\"\n"), ("dialect.prompt.md", "---\ndialect: variables\n---\n=cmd|' /C calc'!A0"),
        ("Space name/ünï (1) [a]'s.prompt.md", "---\ntags: [\"a,b\", c]\ndescription: \"  x \"\n---\n{{ name }}"), ("notes/readme.txt", "plain {{ x }}\n"), ("notes/system.md", "plain {% x\n"),
        ("chat.prompt.yml", "name: Title\ndescription: d\nmodel: gpt-4o\nmodelParameters: { temperature: 0.2 }\ntestData:\n  - a: 1\nmessages:\n  - role: system\n    content: |+\n      ends\n\n  - placeholder: history\n  - role: user\n    content: \"{{ x }}\"\n"),
        ("merge.prompt.yml", "messages:\n  - merge_point: tone\n    messages:\n      - { role: user, content: Hi }\n  - role: user\n    content: x\n"), ("adds/tone.prompt.md", "---\nextends: base\nlayer: tenant\nscope: acme\n---\n{% contribute \"tone\" %}y{% endcontribute %}"),
        ("schema.prompt.md", "---\ndialect: variables\nvariables:\n  a: { type: string, default: \"1\", required: true }\nmodel: { a: [1, 2.50], b: null }\ncategory: \"\"\nx-own: { deep: [true] }\n---\nHi {{a}} \u2028 \u0001 end  "),
        ("base.prompt.md", "Hello. {% merge_point \"tone\" %}{% endmerge_point %}\n"), ("data.bin", "\u0000\u0001"),
    ];

    [Fact]
    public async Task Whatever_is_exported_comes_back_as_nothing_new_and_makes_the_same_elsewhere()
    {
        await using var shop = await Workshop.Open();
        var archive = FileArchive.Write(Odd.Select(file => (file.Path, false, (Func<ReadOnlyMemory<byte>>)(() => Encoding.UTF8.GetBytes(file.Text)))));
        var first = await shop.Import("odd.zip", archive, whole: false);
        first.Items.Where(item => item.Outcome == ImportOutcome.Failed).Select(item => $"{item.Path ?? item.Name}: {item.Reason}").ShouldBe([]);
        var last = (await shop.Import("labels.json", """[{"name":"quotes","prompt":"second, {{x}}","labels":["production"]},{"name":"chat","prompt":[{"role":"user","content":"new"}],"labels":["live"],"tags":["a"]}]""")).Sequence;

        foreach (var form in Enum.GetValues<ExportFormat>())
        {
            var exports = new[]
            {
                await shop.Export(form), await shop.Export(form, all: true), await shop.Export(form, folder: "notes"), await shop.Export(form, tag: "a"),
                await shop.Export(form, all: true, paths: ["chat", "quotes"]), await shop.Export(form, paths: "Space name/ünï (1) [a]'s"),
            };
            foreach (var (export, at) in exports.Select((export, at) => (export, at)))
            {
                var back = await shop.Import(export.Name, export.Bytes.ToArray(), whole: false);
                (back.Sequence, back.Count(ImportOutcome.Failed)).ShouldBe((last, 0), $"{form} {at}: {string.Join('\n', back.Items.Where(item => item.Outcome is not ImportOutcome.Unchanged).Select(item => $"{item.Outcome} {item.Path ?? item.Name} {item.Reason}"))}");
            }
        }

        await using var other = await Workshop.Open();
        await other.Import("all.json", (await shop.Export(ExportFormat.Json, all: true)).Bytes.ToArray());
        await using var third = await Workshop.Open();
        await third.Import("all.csv", (await shop.Export(ExportFormat.Csv, all: true)).Bytes.ToArray());
        var wanted = await Files(shop);
        (await Files(other)).ShouldBe(wanted);
        (await Files(third)).ShouldBe(wanted);
    }

    private static async Task<string> Files(Workshop shop)
    {
        var export = await shop.Export(ExportFormat.Json, all: true);
        return string.Join('\n', Encoding.UTF8.GetString(export.Bytes.Span).Split('\n').Where(line => !line.Contains("\"commitMessage\"", StringComparison.Ordinal)));
    }
}
