using System.Text;
using Quire.Cli.Import;
using Quire.Core.Errors;
using Quire.Prompts.PromptFiles;
using Quire.Templating;

namespace Quire.Cli.Tests.Import;

public sealed class RowFilesTests
{
    [Fact]
    public void A_row_of_a_table_becomes_a_prompt_file_with_its_text_verbatim()
    {
        var file = One(CsvSource.Read("p.csv", "Path,Text,Description,Tags,Category\nsupport/hello,\"---\nHello, \"\"{{ name }}\"\"  \n\",Says hello,\"a, b\",greetings\n"));
        file.FilePath.ShouldBe("support/hello.prompt.md");
        file.Dialect.ShouldBe(Dialect.Variables);
        file.Body!.Source.ShouldBe("---\nHello, \"{{ name }}\"  \n");
        (file.Description, file.Category).ShouldBe(("Says hello", "greetings"));
        file.Tags.ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("name,prompt\na,x\n")]
    [InlineData("\uFEFFname;template\na;x\n")]
    [InlineData("other\tname\ttext\n1\ta\tx\n")]
    public void Columns_go_by_several_names_and_separators(string table) => One(CsvSource.Read("p.csv", table)).Body!.Source.ShouldBe("x");

    [Fact]
    public void A_chat_prompt_in_a_table_holds_its_messages_as_json()
    {
        var file = One(CsvSource.Read("p.csv", "name,type,prompt\na,chat,\"[{\"\"role\"\":\"\"user\"\",\"\"content\"\":\"\"hi\"\"}]\"\n"));
        file.Messages.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "column")]
    [InlineData("a,b\n", "line 1")]
    [InlineData("name,description\nx,y\n", "line 1")]
    [InlineData("name,text\n,x\n", "line 2")]
    [InlineData("name,text\na,x\nb\n", "line 3")]
    [InlineData("name,text\na,\"x\n", "line 2")]
    [InlineData("name,text\na/../b,x\n", "line 2")]
    [InlineData("name,text\na,x\nA,y\n", "line 3")]
    [InlineData("name,text,dialect\na,x,erb\n", "dialect")]
    [InlineData("name,text,type\na,x,chat\n", "not JSON")]
    [InlineData("name,text,type\na,[],chat\n", "no messages")]
    [InlineData("name,text,type\na,{},chat\n", "list of messages")]
    [InlineData("name,text\na,x\0y\n", "NUL")]
    public void A_table_that_is_wrong_is_refused_with_its_place(string table, string place) =>
        Should.Throw<QuireException>(() => new RowFiles("variables").Of(CsvSource.Read("p.csv", table)).Count).Message.ShouldContain(place);

    [Fact]
    public void A_list_as_registries_export_it_is_understood()
    {
        var rows = JsonSource.Read("p.json", """
            {"data": [
              {"name": "greet", "type": "text", "prompt": "Hi {{name}}\n", "labels": ["production", "latest"], "tags": ["x"], "config": {"model": "m", "t": 0.1}, "version": 3},
              {"name": "talk", "type": "chat", "config": {}, "prompt": [{"role": "system", "content": "Be\nkind 🙂\n"}, {"type": "placeholder", "name": "history"}]}
            ]}
            """);
        var files = new RowFiles("variables").Of(rows);
        files[0].Aliases.ShouldBe(["production"]);
        var greet = Parse(files[0]);
        greet.Body!.Source.ShouldBe("Hi {{name}}\n");
        greet.Model!.Value.GetProperty("model").GetString().ShouldBe("m");
        var talk = Parse(files[1]);
        talk.Model.ShouldBeNull();
        talk.Messages[0].ShouldBeOfType<ChatItem.Message>().Content.Source.ShouldBe("Be\nkind 🙂\n");
        talk.Messages[1].ShouldBeOfType<ChatItem.Placeholder>().Name.ShouldBe("history");
    }

    [Theory]
    [InlineData("nope", "not JSON")]
    [InlineData("{}", "no list")]
    [InlineData("[1]", "item 1")]
    [InlineData("""[{"name":"a"}]""", "item 1")]
    [InlineData("""[{"prompt":"x"}]""", "item 1")]
    [InlineData("""[{"name":"a","prompt":3}]""", "item 1")]
    [InlineData("""[{"name":3,"prompt":"x"}]""", "'name' is no text")]
    [InlineData("""[{"name":"a","prompt":"x"},{"name":"a","prompt":"y"}]""", "item 2")]
    [InlineData("""[{"name":"a","prompt":"x","tags":3}]""", "'tags'")]
    [InlineData("""[{"name":"a","prompt":"x","tags":[3]}]""", "'tags'")]
    [InlineData("""[{"name":"a","prompt":"\ud800"}]""", "Unicode")]
    [InlineData("""[{"name":"a","prompt":[{"role":"user"}]}]""", "item 1")]
    [InlineData("""[{"name":"a\\b","prompt":"x"}]""", "item 1")]
    public void A_list_that_is_wrong_is_refused_with_its_place(string list, string place) =>
        Should.Throw<QuireException>(() => new RowFiles("variables").Of(JsonSource.Read("p.json", list)).Count).Message.ShouldContain(place);

    private static PromptFile One(IReadOnlyList<PromptRow> rows) => Parse(new RowFiles("variables").Of(rows).ShouldHaveSingleItem());

    private static PromptFile Parse(ImportFile file)
    {
        var parsed = PromptFileParser.Parse(file.Path, file.Read());
        return parsed.File ?? throw new InvalidOperationException(string.Join('\n', parsed.Diagnostics) + "\n" + Encoding.UTF8.GetString(file.Read()));
    }
}
