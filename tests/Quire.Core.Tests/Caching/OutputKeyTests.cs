using System.Numerics;
using System.Text;
using Quire.Core.Caching;
using Quire.Core.Composing;
using Quire.Templating.Values;

namespace Quire.Core.Tests.Caching;

public sealed class OutputKeyTests
{
    private static readonly CacheKey Plan = new(1, Hash256.Of("plan"));

    [Fact]
    public void Variables_that_could_print_differently_have_different_keys()
    {
        string[] sets =
        [
            "{}", """{"a":1}""", """{"a":1.0}""", """{"a":true}""", """{"a":false}""", """{"a":null}""", """{"a":"1"}""", """{"a":[1]}""", """{"a":{"1":1}}""",
            """{"a":[]}""", """{"a":{}}""", """{"a":""}""", """{"b":1}""", """{"a":1,"b":2}""", """{"b":2,"a":1}""", """{"a":"x","b":"y"}""", """{"a":"xb","":"y"}""",
            """{"a":[[1],[2]]}""", """{"a":[[1,2]]}""", """{"a":[1,2]}""", """{"a":123456789012345678901234567890}""", """{"a":-0.0}""", """{"a":0.0}""", """{"a":0}""",
        ];

        var keys = sets.Select(set => OutputKey.Of(Plan, Value.FromJson(Encoding.UTF8.GetBytes(set)))!.Value).ToList();

        keys.Distinct().Count().ShouldBe(sets.Length);
        OutputKey.Of(Plan, Value.FromJson("""{"a":1}"""u8)).ShouldBe(keys[1]);
    }

    [Fact]
    public void Plan_and_organisation_are_part_of_it()
    {
        var key = OutputKey.Of(Plan, Value.EmptyMap);

        OutputKey.Of(new CacheKey(2, Plan.Hash), Value.EmptyMap).ShouldNotBe(key);
        OutputKey.Of(new CacheKey(1, Hash256.Of("other")), Value.EmptyMap).ShouldNotBe(key);
        OutputKey.Of(Plan, Value.Map([KeyValuePair.Create("a", Value.Number(BigInteger.Pow(7, 90)))])).ShouldNotBe(key);
    }

    [Fact]
    public void Lone_surrogates_stay_apart() =>
        OutputKey.Of(Plan, One("\ud800")).ShouldNotBe(OutputKey.Of(Plan, One("\ud801")));

    [Fact]
    public void What_is_huge_deep_or_undefined_has_no_key()
    {
        OutputKey.Of(Plan, Value.List(Enumerable.Repeat(One(new string('x', 40_000)), 3))).ShouldBeNull();
        OutputKey.Of(Plan, Enumerable.Range(0, 100).Aggregate(Value.None, (inner, _) => Value.List(inner))).ShouldBeNull();
        OutputKey.Of(Plan, Value.List(Value.Undefined)).ShouldBeNull();
    }

    private static Value One(string text) => Value.Map([KeyValuePair.Create("a", Value.String(text))]);
}
