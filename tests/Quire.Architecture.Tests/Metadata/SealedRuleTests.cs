using Quire.Architecture.Tests.Dependencies;

namespace Quire.Architecture.Tests.Metadata;

public sealed class SealedRuleTests
{
    [Fact]
    public void Every_class_is_sealed_unless_something_derives_from_it() =>
        SourceProject.All.SelectMany(project => SealedRule.Check(project.Name, AssemblyFacts.Read(project.AssemblyPath))).ShouldBeNone();

    [Fact]
    public void An_open_class_is_found_and_its_open_relatives_are_not()
    {
        var breaches = SealedRule.Check("tests", Own()).ToList();

        breaches.ShouldContain(breach => breach.Contains($"+{nameof(Open)} ", StringComparison.Ordinal));
        foreach (var name in (string[])[nameof(Parent), nameof(Child), nameof(Closed), nameof(Half), "GenericParent`1", nameof(GenericChild)])
            breaches.ShouldNotContain(breach => breach.Contains($"+{name} ", StringComparison.Ordinal), name);
    }

    [Fact]
    public void Structs_enums_delegates_and_interfaces_are_no_classes() =>
        Own().Types.Where(type => type.Name.EndsWith("+AStruct", StringComparison.Ordinal) || type.Name.EndsWith("+AnInterface", StringComparison.Ordinal))
            .ShouldAllBe(type => !type.IsClass);

    private static AssemblyFacts Own() => AssemblyFacts.Read(typeof(SealedRuleTests).Assembly.Location);

    public class Open;

    public class Parent;

    public sealed class Child : Parent;

    public sealed class Closed;

    public abstract class Half;

    public class GenericParent<T>
    {
        public T? Value { get; init; }
    }

    public sealed class GenericChild : GenericParent<int>;

    public struct AStruct
    {
        public int Value { get; set; }
    }

    public interface IAnInterface;
}
