using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Docs;

public sealed class ReferencePageTests
{
    [Fact]
    public void The_page_of_filters_and_tests_is_what_the_engine_has()
    {
        var made = ReferencePage.Make();
        if (Environment.GetEnvironmentVariable("QUIRE_APPROVE") == "1") File.WriteAllText(DocPage.PathOf(ReferencePage.Page), made);
        File.Exists(DocPage.PathOf(ReferencePage.Page)).ShouldBeTrue("QUIRE_APPROVE=1 writes it");
        DocPage.Read(ReferencePage.Page).ShouldBe(made, $"docs/{ReferencePage.Page} is out of date; QUIRE_APPROVE=1 writes it");
    }

    [Theory]
    [InlineData("jinja-filters.txt")]
    [InlineData("jinja-tests.txt")]
    [InlineData("jinja-functions.txt")]
    public void Python_prints_the_same_for_its_examples(string file)
    {
        Oracle.Require();
        var options = file == "jinja-functions.txt" ? ReferencePage.Chat : TemplateOptions.Default;
        var entries = ReferenceEntry.Read(file);
        var answers = PythonAnswers.Of(entries.Select(e => new PythonQuestion(e.Example, null, new Dictionary<string, string>(), options)));
        for (var i = 0; i < entries.Count; i++)
            answers[i].Output.ShouldBe(RowRunner.Run(new Row { Id = entries[i].Name, Template = entries[i].Example, Options = options }).Output, $"{entries[i].Name}: {answers[i]}");
    }
}
