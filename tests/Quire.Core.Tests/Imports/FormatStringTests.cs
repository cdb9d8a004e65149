using System.Globalization;
using System.Text;
using System.Text.Json;
using Quire.Core.Imports;
using Quire.Core.Imports.Reading;
using Quire.Templating;
using Quire.Templating.Values;
using Quire.Testing;

namespace Quire.Core.Tests.Imports;

/// <summary>Format strings that came over say what Python makes of them.</summary>
public sealed class FormatStringTests(ITestOutputHelper output)
{
    private const int Rounds = 5_000;
    private static readonly string[] Pieces = ["{", "}", "{{", "}}", "%", "#", "{%", "%}", "a", " ", "\n", "-", "'", "\"", "\\", "{ a }", "{{a}}", "{{ a }}", "ü", "raw"];

    [Fact]
    public void A_format_string_is_rendered_as_python_formats_it()
    {
        var seed = Seeds.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var (template, wanted) = Made(random);
            var manifest = new { lc = 1, type = "constructor", id = new[] { "PromptTemplate" }, kwargs = new { template } };
            var said = ((ImportContent.Parts)ImportReader.Read("p.json", JsonSerializer.SerializeToUtf8Bytes(manifest)).Items.Single().Versions[0].Content).Said;

            var read = Template.Parse(said.Content.Text!, new TemplateOptions { Dialect = said.Dialect!.Value });
            read.Template.ShouldNotBeNull($"seed {seed}, round {round}: {template} became {said.Content.Text}: {string.Join("; ", read.Diagnostics)}");
            var made = read.Template.Render(new RenderRequest { Variables = Value.FromJson(JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["a"] = "<A>", ["b"] = "{{ a }}" })) });
            made.Output.ShouldBe(wanted, string.Create(CultureInfo.InvariantCulture, $"seed {seed}, round {round}: {template} became {said.Content.Text}"));
        }
    }

    // A template with its braces doubled outside of fields, and what Python makes of it.
    private static (string Template, string Wanted) Made(Random random)
    {
        var (template, wanted) = (new StringBuilder(), new StringBuilder());
        for (var count = random.Next(1, 9); count > 0; count--)
        {
            if (random.Next(3) == 0)
            {
                var name = random.Next(2) == 0 ? "a" : "b";
                template.Append('{').Append(name).Append('}');
                wanted.Append(name == "a" ? "<A>" : "{{ a }}");
                continue;
            }
            var piece = Pieces[random.Next(Pieces.Length)];
            template.Append(piece.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            wanted.Append(piece);
        }
        return (template.ToString(), wanted.ToString());
    }
}
