-mode(compile).

-define(ANSWER, <<"HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n">>).

main([Port]) ->
    Options = [binary, {ip, {127, 0, 0, 1}}, {active, false}, {reuseaddr, true}, {backlog, 1024}],
    {ok, Listener} = gen_tcp:listen(list_to_integer(Port), Options),
    accept(Listener).

accept(Listener) ->
    {ok, Connection} = gen_tcp:accept(Listener),
    Pid = spawn(fun() -> receive go -> pong(Connection, <<>>) end end),
    ok = gen_tcp:controlling_process(Connection, Pid),
    Pid ! go,
    accept(Listener).

pong(Connection, Before) ->
    case gen_tcp:recv(Connection, 0) of
        {ok, Data} ->
            Request = <<Before/binary, Data/binary>>,
            case binary:match(Request, <<"\r\n\r\n">>) of
                nomatch -> pong(Connection, Request);
                _ ->
                    gen_tcp:send(Connection, ?ANSWER),
                    gen_tcp:close(Connection)
            end;
        {error, _} ->
            gen_tcp:close(Connection)
    end.
