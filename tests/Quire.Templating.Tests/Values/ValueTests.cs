using System.Numerics;
using System.Text;
using System.Text.Json;
using Quire.Templating.Values;

namespace Quire.Templating.Tests.Values;

public sealed class ValueTests
{
    private const string Sample = """{"s":"a","i":1,"big":123456789012345678901234567890,"f":1.5,"e":1e3,"t":true,"n":null,"l":[1,[]],"m":{"k":"v"}}""";

    [Fact]
    public void Json_goes_in_and_comes_out()
    {
        using var document = JsonDocument.Parse(Sample);
        foreach (var value in new[] { Value.FromJson(document.RootElement), Rendering.Json(Sample) })
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream)) value.ToJson(writer);
            Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(Sample.Replace("1e3", "1000.0"));
        }
    }

    [Fact]
    public void Kinds_and_reads_fit_what_the_value_is()
    {
        var map = Rendering.Json(Sample);
        map.Kind.ShouldBe(ValueKind.Map);
        map.Count.ShouldBe(9);
        map.EnumerateMap().Select(e => e.Value.Kind).ShouldBe([ValueKind.String, ValueKind.Integer, ValueKind.Integer, ValueKind.Float, ValueKind.Float, ValueKind.Boolean, ValueKind.None, ValueKind.List, ValueKind.Map]);
        map.TryGet("s", out var text).ShouldBeTrue();
        text.TryGetString(out var s).ShouldBeTrue();
        s.ShouldBe("a");
        map.TryGet("x", out var missing).ShouldBeFalse();
        missing.Kind.ShouldBe(ValueKind.Undefined);
        map.TryGet("i", out var number).ShouldBeTrue();
        number.TryGetInt64(out var i).ShouldBeTrue();
        i.ShouldBe(1);
        number.TryGetDouble(out var d).ShouldBeTrue();
        d.ShouldBe(1.0);
        Value.True.TryGetBoolean(out var flag).ShouldBeTrue();
        flag.ShouldBeTrue();
        Value.None.TryGetDouble(out _).ShouldBeFalse();
        map.TryGet("l", out var list).ShouldBeTrue();
        list.EnumerateList().Count().ShouldBe(2);
        Value.None.EnumerateList().ShouldBeEmpty();
        Value.None.EnumerateMap().ShouldBeEmpty();
        Value.None.TryGet("x", out _).ShouldBeFalse();
        Value.String(null).Kind.ShouldBe(ValueKind.None);
        Value.None.Count.ShouldBe(0);
        text.Count.ShouldBe(1);
    }

    [Fact]
    public void Numbers_and_booleans_are_equal_as_in_python()
    {
        (Value.Number(1) == Value.Number(1.0)).ShouldBeTrue();
        (Value.Number(1) == Value.True).ShouldBeTrue();
        (Value.Number(new BigInteger(1)) != Value.Number(2)).ShouldBeTrue();
        Value.Number(1).GetHashCode().ShouldBe(Value.Number(1.0).GetHashCode());
        Value.Number(BigInteger.Pow(2, 70)).GetHashCode().ShouldBe(Value.Number(Math.Pow(2, 70)).GetHashCode());
        Value.Number(double.NaN).Equals(Value.Number(double.NaN)).ShouldBeFalse();
        Value.String("a").Equals((object)Value.String("a")).ShouldBeTrue();
        Value.String("a").Equals("a").ShouldBeFalse();
        Rendering.Json("""{"a":[1]}""").ShouldBe(Rendering.Json("""{"a":[1.0]}"""));
        Value.List(Value.True, Value.None).ShouldNotBe(Value.List(Value.True));
        Value.Bool(false).ShouldBe(Value.False);
        Value.EmptyList.ShouldNotBe(Value.EmptyMap);
    }

    [Fact]
    public void Maps_keep_the_last_of_two_entries_and_find_keys_among_many()
    {
        var map = Value.Map(Enumerable.Range(0, 100).Select(i => KeyValuePair.Create("k" + i % 50, Value.Number(i))));
        map.Count.ShouldBe(50);
        for (var i = 0; i < 50; i++)
        {
            map.TryGet("k" + i, out var value).ShouldBeTrue();
            value.ShouldBe(Value.Number(i + 50));
        }
        map.TryGet("k50", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("[1")]
    [InlineData("[1] 2")]
    [InlineData("\"\\ud800\"")]
    public void Bad_json_is_refused(string json) =>
        Should.Throw<JsonException>(() => Rendering.Json(json));

    [Fact]
    public void Json_that_nests_too_deep_is_refused() =>
        Should.Throw<JsonException>(() => Rendering.Json(new string('[', 200) + new string(']', 200)));

    [Fact]
    public void Prints_as_python_does() =>
        Rendering.Json("""{"a":[1,2.0,null,true,"x'y",1e20,1e-7]}""").ToString().ShouldBe("{'a': [1, 2.0, None, True, \"x'y\", 1e+20, 1e-07]}");

    [Fact]
    public void What_json_cannot_say_becomes_null()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) Value.List(Value.Undefined, Value.Number(double.NaN), Value.EmptyString).ToJson(writer);
        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("[null,null,\"\"]");
    }
}
