using System.IO.Compression;
using System.Text;
using Quire.Core.Errors;
using Quire.Core.Exports;
using Quire.Core.Imports;
using Quire.Core.Imports.Reading;
using Quire.Core.Limits;
using Quire.Testing;

namespace Quire.Core.Tests.Imports;

public sealed class ImportReaderTests
{
    [Theory]
    [InlineData("", "column")]
    [InlineData("a,b\n", "line 1")]
    [InlineData("name,description\nx,y\n", "line 1")]
    [InlineData("name,text\n,x\n", "line 2")]
    [InlineData("name,text\na,x\nb\n", "line 3")]
    [InlineData("name,text\na,\"x\n", "line 2")]
    [InlineData("name,text\na,x\"y\n", "line 2")]
    [InlineData("name,text\na,\"x\"y\n", "line 2")]
    [InlineData("name,text\na,x\na,y\n", "line 3")]
    [InlineData("name,text,dialect\na,x,erb\n", "dialect")]
    [InlineData("name,text,dialect\na,x,3\n", "dialect")]
    [InlineData("name,text,type\na,x,chat\n", "not JSON")]
    [InlineData("name,text,type\na,[],chat\n", "no messages")]
    [InlineData("name,text,type\na,{},chat\n", "list of messages")]
    [InlineData("name,text,version\na,x,one\n", "number from 1")]
    public void A_row_that_is_wrong_is_told_with_its_place(string table, string place) => Told("p.csv", table, place);

    [Theory]
    [InlineData("[1]", "item 1")]
    [InlineData("""[{"name":"a"}]""", "item 1")]
    [InlineData("""[{"name":"a","versions":[1]}]""", "list of names")]
    [InlineData("""[{"prompt":"x"}]""", "item 1")]
    [InlineData("""[{"name":"a","prompt":3}]""", "item 1")]
    [InlineData("""[{"name":3,"prompt":"x"}]""", "'name' is no text")]
    [InlineData("""[{"name":"a","prompt":"x"},{"name":"a","prompt":"y"}]""", "item 2")]
    [InlineData("""[{"name":"a","version":1,"prompt":"x"},{"name":"a","version":1,"prompt":"y"}]""", "item 2")]
    [InlineData("""[{"name":"a","prompt":"x","tags":3}]""", "'tags'")]
    [InlineData("""[{"name":"a","prompt":"x","tags":[3]}]""", "'tags'")]
    [InlineData("""[{"name":"a","prompt":"\ud800"}]""", "Unicode")]
    [InlineData("""[{"name":"a","prompt":"\u0000"}]""", "NUL")]
    [InlineData("""[{"name":"a","prompt":[{"role":"user"}]}]""", "item 1")]
    public void An_item_that_is_wrong_is_told_with_its_place(string list, string place) => Told("p.json", list, place);

    [Theory]
    [InlineData("p.json", "nope", "not JSON")]
    [InlineData("p.json", "{}", "no list")]
    [InlineData("p.csv", "\0", "not text")]
    [InlineData("p.zip", "PK\u0003\u0004nope", "damaged")]
    public void A_file_that_is_none_is_refused_as_a_whole(string name, string text, string reason) =>
        Should.Throw<QuireException>(() => ImportReader.Read(name, Encoding.UTF8.GetBytes(text))).Message.ShouldContain(reason);

    [Fact]
    public void A_name_that_tells_no_format_asks_for_one() =>
        Should.Throw<QuireException>(() => ImportReader.Read("p.xml", "<a/>"u8.ToArray())).Error.Code.ShouldBe("invalid_import");

    [Theory]
    [InlineData("name,prompt\na,x\n")]
    [InlineData("\uFEFFname;template\r\na;x\r\n")]
    [InlineData("other\tname\ttext\n1\ta\tx")]
    [InlineData("Path,Text\n\na,\"x\"\n\n")]
    public void Columns_go_by_several_names_and_separators(string table) => Parts(Read("p.csv", table).Items.Single()).Content.Text.ShouldBe("x");

    [Fact]
    public void Lines_of_json_are_prompts_and_a_broken_one_is_told()
    {
        var read = Read("p.jsonl", "{\"name\":\"a\",\"prompt\":\"x\"}\n\nnope\n{\"name\":\"b\",\"prompt\":\"y\"}\n");
        read.Items.Select(item => item.Name).ShouldBe(["a", "b"]);
        read.Failures.Single().Origin.ShouldBe("p.jsonl, line 3");
    }

    [Fact]
    public void Cells_come_back_from_a_table_as_they_went_in_and_none_is_a_formula()
    {
        var random = Seeds.NewRandom();
        const string Letters = "=+-@'\"\t\r\n,; ab";
        for (var round = 0; round < 2_000; round++)
        {
            var cell = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Letters[random.Next(Letters.Length)]));
            var guarded = CsvGuard.Add(cell);
            CsvGuard.Remove(guarded).ShouldBe(cell);
            guarded[0].ShouldNotBeOneOf('=', '+', '-', '@', '\t', '\r', '\n');
        }
    }

    [Fact]
    public void The_files_of_an_archive_come_in_by_path_with_their_bit_and_without_git()
    {
        var zip = FileArchive.Write([("b/run.sh", true, () => "x"u8.ToArray()), (".git/config", false, () => "x"u8.ToArray()), ("a.md", false, () => "y"u8.ToArray())]);
        Read("p.zip", zip).Items.Select(item => (item.Name, ((ImportContent.File)item.Versions[0].Content).IsExecutable)).ShouldBe([("a.md", false), ("b/run.sh", true)]);
    }

    [Theory]
    [InlineData("../out.md", "..")]
    [InlineData("a/../../out.md", "..")]
    [InlineData("/etc/passwd", "empty segment")]
    [InlineData("C:/out.md", "colon")]
    [InlineData("a\\..\\out.md", "backslash")]
    [InlineData(".GIT/config", ".git")]
    [InlineData("a//b.md", "empty segment")]
    public void A_path_that_leads_out_of_an_archive_is_refused_by_itself(string path, string reason)
    {
        var read = Read("p.zip", FileArchive.Write([(path, false, () => "x"u8.ToArray()), ("good.md", false, () => "y"u8.ToArray())]));
        read.Failures.Single().Reason.ShouldContain(reason);
        read.Items.Single().Name.ShouldBe("good.md");
    }

    [Fact]
    public void Names_that_differ_in_case_only_are_refused_naming_both()
    {
        var read = Read("p.zip", FileArchive.Write([("Read.md", false, () => "x"u8.ToArray()), ("read.md", false, () => "y"u8.ToArray())]));
        read.Failures.Single().Reason.ShouldContain("'read.md' and 'Read.md'");
    }

    [Theory]
    [InlineData(0xA1FF, "symbolic link")]
    [InlineData(0x61FF, "no plain file")]
    public void Links_and_devices_are_refused(int mode, string reason)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry("link.md");
            entry.ExternalAttributes = mode << 16;
            using var stream = entry.Open();
            stream.Write("/etc/passwd"u8);
        }
        Read("p.zip", buffer.ToArray()).Failures.Single().Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(5)]
    public void A_file_that_is_not_as_long_as_the_archive_says_is_refused(int lie)
    {
        var zip = FileArchive.Write([("a.md", false, () => new byte[1_000])]);
        // The size stands in the central directory, 24 bytes after its signature.
        var at = zip.AsSpan().IndexOf("PK\x01\x02"u8) + 24;
        BitConverter.TryWriteBytes(zip.AsSpan(at), 1_000 + lie).ShouldBeTrue();
        Read("p.zip", zip).Failures.Single().Reason.ShouldContain("archive says");
    }

    [Fact]
    public void A_bomb_is_refused_before_it_bursts()
    {
        var file = new byte[QuireLimits.FileBytes.Value];
        var zip = FileArchive.Write(Enumerable.Range(0, 26).Select(number => ($"{number}.bin", false, (Func<ReadOnlyMemory<byte>>)(() => file))));
        zip.Length.ShouldBeLessThan(4 * 1024 * 1024);
        Should.Throw<QuireException>(() => Read("p.zip", zip)).Error.Code.ShouldBe("too_large");
    }

    [Fact]
    public void Damaged_archives_are_refused_or_told_and_never_anything_else()
    {
        var random = Seeds.NewRandom();
        var good = FileArchive.Write([("a.md", false, () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("hello ", 200)))), ("b/c.txt", true, () => "x"u8.ToArray())]);
        for (var round = 0; round < 500; round++)
        {
            var bytes = good.ToArray();
            for (var hits = random.Next(1, 4); hits > 0; hits--)
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            try
            {
                _ = Read("p.zip", bytes);
            }
            catch (QuireException)
            {
                // Refused as a whole.
            }
        }
    }

    [Fact]
    public void Answers_of_mlflow_belong_together_also_where_each_is_a_file()
    {
        static (string, bool, Func<ReadOnlyMemory<byte>>) File(string path, string text) => (path, false, () => Encoding.UTF8.GetBytes(text));
        var read = ImportReader.Read("registry.zip", FileArchive.Write([
            File("models.json", """{"registered_models":[{"name":"a","tags":[{"key":"mlflow.prompt.is_prompt","value":"true"}],"aliases":[{"alias":"live","version":"1"}]}]}"""),
            File("versions.json", """{"model_versions":[{"name":"a","version":"1","tags":[{"key":"mlflow.prompt.text","value":"x"}]}]}"""),
            File("broken.json", "{"), File("other.json", "{}"), File("notes.txt", "x"),
        ]), ImportFormat.Mlflow);

        read.Items.Single().Versions.Single().Aliases.ShouldBe(["live"]);
        read.Failures.Single().Origin.ShouldBe("broken.json");
        read.Skipped.ShouldBe(["notes.txt", "other.json"]);
    }

    [Theory]
    [InlineData(ImportFormat.GitHub, ".github/prompts/a.prompt.yaml", "messages:\n  - role: user\n    content: x\n", "github/prompts/a.prompt.yml")]
    [InlineData(ImportFormat.Prompty, "x/.hidden/b.prompty", "x", "x/hidden/b")]
    [InlineData(ImportFormat.LangSmith, ".c.yaml", "_type: prompt\ntemplate: x\n", "c")]
    [InlineData(ImportFormat.LangSmith, "docker.yml", "services: {}\n", null)]
    public void Prompts_of_folders_that_begin_with_a_dot_are_called_without_it(ImportFormat format, string path, string text, string? name)
    {
        var read = ImportReader.Read("repo.zip", FileArchive.Write([(path, false, () => Encoding.UTF8.GetBytes(text))]), format);
        (read.Items.SingleOrDefault()?.Name, read.Failures.Count, read.Skipped.Count).ShouldBe((name, 0, name is null ? 1 : 0));
    }

    [Theory]
    [InlineData("""{"_type":"prompt","template":"x {a}"}""", ImportFormat.LangSmith)]
    [InlineData("""{"input_variables":["a"],"template":"x {a}"}""", ImportFormat.LangSmith)]
    [InlineData("""[{"name":"n","input_variables":["a"],"template":"x {{a}}"}]""", ImportFormat.Json)]
    [InlineData("""{"model_versions":[]}""", ImportFormat.Mlflow)]
    public void A_list_is_of_the_product_that_writes_such_members(string text, ImportFormat format) => Read("p.json", text).Format.ShouldBe(format);

    [Theory]
    [InlineData("Hi {name}", "Hi {{ name }}")]
    [InlineData("{{literal}} {a}{b}", "{literal} {{ a }}{{ b }}")]
    [InlineData("{\"a\": 1}", null)]
    [InlineData("{a.b}", null)]
    [InlineData("{a:.2f}", null)]
    [InlineData("{}", null)]
    [InlineData("{a", null)]
    [InlineData("a}", null)]
    [InlineData("{\"a\": {b}", null)]
    [InlineData("{{{a}}}", "{{{ a }}}")]
    [InlineData("{{{{a}}}} {b}\n", "{{ '{' }}{a}} {{ b }}{{ '\\n' }}")]
    [InlineData("{{{{a}}}}{{\n", "{{ '{' }}{a}}{{ '{' }}{{ '\\n' }}")]
    [InlineData("{{{{ no name! }}}} {{%", "{{ no name! }} {%")]
    public void Format_strings_become_texts_with_variables(string template, string? expected)
    {
        var read = Read("p.json", $$"""{"lc":1,"type":"constructor","id":["langchain_core","prompts","prompt","PromptTemplate"],"kwargs":{"template":{{System.Text.Json.JsonSerializer.Serialize(template)}} } }""");
        if (expected is null)
            read.Failures.Count.ShouldBe(1);
        else
            Parts(read.Items.Single()).Content.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"lc":1,"type":"constructor","id":["os","system"],"kwargs":{"command":"rm"}}""", "'system' is no kind of prompt")]
    [InlineData("""{"lc":1,"type":"not_implemented","id":["langchain_core","prompts","chat","ChatPromptTemplate"]}""", "no value")]
    [InlineData("""{"lc":1,"type":"constructor","id":["p","ChatPromptTemplate"],"kwargs":{"messages":[]}}""", "no messages")]
    [InlineData("""{"lc":1,"type":"constructor","id":["p","ChatPromptTemplate"],"kwargs":{"messages":[{"lc":1,"type":"constructor","id":["p","HumanMessagePromptTemplate"],"kwargs":{"prompt":[{},{}]}}]}}""", "other than one text")]
    [InlineData("""{"lc":1,"type":"constructor","id":["p","PromptTemplate"],"kwargs":{"template":"x","partial_variables":{"a":{}}}}""", "partial")]
    [InlineData("""{"lc":1,"type":"constructor","id":["p","PromptTemplate"],"kwargs":{"template":"x","template_format":"erb"}}""", "'erb'")]
    public void A_manifest_of_something_else_is_told_and_nothing_is_made_by_name(string manifest, string reason) => Told("p.json", manifest, reason);

    [Theory]
    [InlineData("---\nname: x\nno end", "'---'")]
    [InlineData("---\na: [\n---\nx", "settings")]
    [InlineData("---\n- a\n---\nx", "no mapping")]
    [InlineData("---\ntemplate: erb\n---\nsystem:\nx", "'erb'")]
    [InlineData("---\nname: x\n---\n", "no text")]
    public void A_prompty_file_that_is_wrong_is_told(string text, string reason) => Told("p.prompty", text, reason);

    private static void Told(string name, string text, string part)
    {
        var failure = Read(name, text).Failures.ShouldHaveSingleItem();
        $"{failure.Origin}: {failure.Reason} {failure.Hint}".ShouldContain(part);
    }

    private static ImportSource Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    private static ImportSource Read(string name, byte[] bytes) => ImportReader.Read(name, bytes);

    private static ImportParts Parts(ImportItem item) => ((ImportContent.Parts)item.Versions[0].Content).Said;
}
