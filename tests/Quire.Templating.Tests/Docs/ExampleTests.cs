using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Docs;

public sealed class ExampleTests
{
    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var page in DocExamples.Pages)
            foreach (var example in DocExamples.Of(page)) data.Add(page, example.Source.Line);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_prints_what_its_page_says(string page, int line)
    {
        var example = DocExamples.Of(page).Single(e => e.Source.Line == line);
        example.Render().ShouldBe(example.Expected, $"{example.Source}");
    }

    [Fact]
    public void Python_prints_the_same_for_the_examples_of_jinja()
    {
        Oracle.Require();
        var examples = DocExamples.Of("templates/jinja.md").Where(e => e.IsPlainJinja).ToList();
        examples.Count.ShouldBeGreaterThan(5);
        var answers = PythonAnswers.Of(examples.Select(e => new PythonQuestion(
            e.Source.Text, e.Variables, e.Files.ToDictionary(f => f.Key, f => f.Value.Text), e.Options)));
        for (var i = 0; i < examples.Count; i++)
        {
            if (examples[i].ExpectsError) answers[i].Output.ShouldBeNull($"{examples[i].Source}");
            else answers[i].Output.ShouldBe(examples[i].Expected, $"{examples[i].Source}: {answers[i]}");
        }
    }
}
