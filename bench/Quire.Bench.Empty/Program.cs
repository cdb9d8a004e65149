// What any console process costs: it prints one line and ends.
Console.WriteLine("empty");
