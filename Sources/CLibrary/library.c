#include "CLibrary.h"

/* Written by scripts/make-library-table. The library modules that are written in the language; the build notices when
   one of the embedded files changes. */

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char text___future__[] = {
#embed "../Runtime/Library/__future__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__argparse_help[] = {
#embed "../Runtime/Library/_argparse_help.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__ast_deprecated[] = {
#embed "../Runtime/Library/_ast_deprecated.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__ast_unparse[] = {
#embed "../Runtime/Library/_ast_unparse.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__bisect[] = {
#embed "../Runtime/Library/_bisect.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__blake2[] = {
#embed "../Runtime/Library/_blake2.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__collections_abc[] = {
#embed "../Runtime/Library/_collections_abc.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__decimal_context[] = {
#embed "../Runtime/Library/_decimal_context.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__decimal_format[] = {
#embed "../Runtime/Library/_decimal_format.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__decimal_math[] = {
#embed "../Runtime/Library/_decimal_math.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__decimal_power[] = {
#embed "../Runtime/Library/_decimal_power.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__frame_locals[] = {
#embed "../Runtime/Library/_frame_locals.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__frozen_importlib[] = {
#embed "../Runtime/Library/_frozen_importlib.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__inspect_signatures[] = {
#embed "../Runtime/Library/_inspect_signatures.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__kernel_density[] = {
#embed "../Runtime/Library/_kernel_density.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__md5[] = {
#embed "../Runtime/Library/_md5.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__pickle[] = {
#embed "../Runtime/Library/_pickle.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__pickler[] = {
#embed "../Runtime/Library/_pickler.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__queue[] = {
#embed "../Runtime/Library/_queue.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__sha1[] = {
#embed "../Runtime/Library/_sha1.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__sha2[] = {
#embed "../Runtime/Library/_sha2.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__sha3[] = {
#embed "../Runtime/Library/_sha3.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__signatures[] = {
#embed "../Runtime/Library/_signatures.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__stat[] = {
#embed "../Runtime/Library/_stat.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__strptime[] = {
#embed "../Runtime/Library/_strptime.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__suggestions[] = {
#embed "../Runtime/Library/_suggestions.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__text_codecs[] = {
#embed "../Runtime/Library/_text_codecs.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__threading_local[] = {
#embed "../Runtime/Library/_threading_local.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__typing_classes[] = {
#embed "../Runtime/Library/_typing_classes.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__unpickler[] = {
#embed "../Runtime/Library/_unpickler.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__user_database[] = {
#embed "../Runtime/Library/_user_database.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__warnings[] = {
#embed "../Runtime/Library/_warnings.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text__weakrefset[] = {
#embed "../Runtime/Library/_weakrefset.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_abc[] = {
#embed "../Runtime/Library/abc.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_argparse[] = {
#embed "../Runtime/Library/argparse.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_ast[] = {
#embed "../Runtime/Library/ast.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio___init__[] = {
#embed "../Runtime/Library/asyncio/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio__foreign_tasks[] = {
#embed "../Runtime/Library/asyncio/_foreign_tasks.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio__names[] = {
#embed "../Runtime/Library/asyncio/_names.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio__signals[] = {
#embed "../Runtime/Library/asyncio/_signals.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_base_events[] = {
#embed "../Runtime/Library/asyncio/base_events.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_base_futures[] = {
#embed "../Runtime/Library/asyncio/base_futures.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_base_tasks[] = {
#embed "../Runtime/Library/asyncio/base_tasks.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_constants[] = {
#embed "../Runtime/Library/asyncio/constants.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_coroutines[] = {
#embed "../Runtime/Library/asyncio/coroutines.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_events[] = {
#embed "../Runtime/Library/asyncio/events.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_exceptions[] = {
#embed "../Runtime/Library/asyncio/exceptions.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_format_helpers[] = {
#embed "../Runtime/Library/asyncio/format_helpers.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_futures[] = {
#embed "../Runtime/Library/asyncio/futures.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_graph[] = {
#embed "../Runtime/Library/asyncio/graph.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_locks[] = {
#embed "../Runtime/Library/asyncio/locks.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_log[] = {
#embed "../Runtime/Library/asyncio/log.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_mixins[] = {
#embed "../Runtime/Library/asyncio/mixins.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_protocols[] = {
#embed "../Runtime/Library/asyncio/protocols.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_queues[] = {
#embed "../Runtime/Library/asyncio/queues.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_runners[] = {
#embed "../Runtime/Library/asyncio/runners.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_selector_events[] = {
#embed "../Runtime/Library/asyncio/selector_events.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_staggered[] = {
#embed "../Runtime/Library/asyncio/staggered.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_streams[] = {
#embed "../Runtime/Library/asyncio/streams.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_subprocess[] = {
#embed "../Runtime/Library/asyncio/subprocess.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_taskgroups[] = {
#embed "../Runtime/Library/asyncio/taskgroups.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_tasks[] = {
#embed "../Runtime/Library/asyncio/tasks.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_threads[] = {
#embed "../Runtime/Library/asyncio/threads.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_timeouts[] = {
#embed "../Runtime/Library/asyncio/timeouts.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_transports[] = {
#embed "../Runtime/Library/asyncio/transports.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_asyncio_unix_events[] = {
#embed "../Runtime/Library/asyncio/unix_events.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_base64[] = {
#embed "../Runtime/Library/base64.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_calendar[] = {
#embed "../Runtime/Library/calendar.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_cmd[] = {
#embed "../Runtime/Library/cmd.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_code[] = {
#embed "../Runtime/Library/code.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_codecs[] = {
#embed "../Runtime/Library/codecs.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_codeop[] = {
#embed "../Runtime/Library/codeop.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_collections___init__[] = {
#embed "../Runtime/Library/collections/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_collections__user[] = {
#embed "../Runtime/Library/collections/_user.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_collections_abc[] = {
#embed "../Runtime/Library/collections/abc.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_colorsys[] = {
#embed "../Runtime/Library/colorsys.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_concurrent___init__[] = {
#embed "../Runtime/Library/concurrent/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_concurrent_futures___init__[] = {
#embed "../Runtime/Library/concurrent/futures/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_concurrent_futures__base[] = {
#embed "../Runtime/Library/concurrent/futures/_base.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_concurrent_futures_process[] = {
#embed "../Runtime/Library/concurrent/futures/process.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_concurrent_futures_thread[] = {
#embed "../Runtime/Library/concurrent/futures/thread.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_configparser[] = {
#embed "../Runtime/Library/configparser.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_contextlib[] = {
#embed "../Runtime/Library/contextlib.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_contextvars[] = {
#embed "../Runtime/Library/contextvars.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_copy[] = {
#embed "../Runtime/Library/copy.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_copyreg[] = {
#embed "../Runtime/Library/copyreg.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_csv[] = {
#embed "../Runtime/Library/csv.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_dataclasses[] = {
#embed "../Runtime/Library/dataclasses.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_datetime[] = {
#embed "../Runtime/Library/datetime.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_decimal[] = {
#embed "../Runtime/Library/decimal.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_difflib[] = {
#embed "../Runtime/Library/difflib.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_doctest[] = {
#embed "../Runtime/Library/doctest.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_enum[] = {
#embed "../Runtime/Library/enum.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_faulthandler[] = {
#embed "../Runtime/Library/faulthandler.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_filecmp[] = {
#embed "../Runtime/Library/filecmp.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_fileinput[] = {
#embed "../Runtime/Library/fileinput.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_fnmatch[] = {
#embed "../Runtime/Library/fnmatch.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_fractions[] = {
#embed "../Runtime/Library/fractions.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_functools[] = {
#embed "../Runtime/Library/functools.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_genericpath[] = {
#embed "../Runtime/Library/genericpath.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_getopt[] = {
#embed "../Runtime/Library/getopt.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_getpass[] = {
#embed "../Runtime/Library/getpass.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_gettext[] = {
#embed "../Runtime/Library/gettext.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_glob[] = {
#embed "../Runtime/Library/glob.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_graphlib[] = {
#embed "../Runtime/Library/graphlib.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_grp[] = {
#embed "../Runtime/Library/grp.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_gzip[] = {
#embed "../Runtime/Library/gzip.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_hashlib[] = {
#embed "../Runtime/Library/hashlib.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_heapq[] = {
#embed "../Runtime/Library/heapq.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_hmac[] = {
#embed "../Runtime/Library/hmac.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_html___init__[] = {
#embed "../Runtime/Library/html/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_html__names[] = {
#embed "../Runtime/Library/html/_names.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_html_entities[] = {
#embed "../Runtime/Library/html/entities.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_html_parser[] = {
#embed "../Runtime/Library/html/parser.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_importlib___init__[] = {
#embed "../Runtime/Library/importlib/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_importlib_abc[] = {
#embed "../Runtime/Library/importlib/abc.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_importlib_machinery[] = {
#embed "../Runtime/Library/importlib/machinery.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_importlib_metadata[] = {
#embed "../Runtime/Library/importlib/metadata.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_importlib_resources[] = {
#embed "../Runtime/Library/importlib/resources.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_importlib_util[] = {
#embed "../Runtime/Library/importlib/util.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_inspect[] = {
#embed "../Runtime/Library/inspect.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_io[] = {
#embed "../Runtime/Library/io.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_ipaddress[] = {
#embed "../Runtime/Library/ipaddress.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_json___init__[] = {
#embed "../Runtime/Library/json/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_json_decoder[] = {
#embed "../Runtime/Library/json/decoder.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_json_encoder[] = {
#embed "../Runtime/Library/json/encoder.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_json_scanner[] = {
#embed "../Runtime/Library/json/scanner.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_json_tool[] = {
#embed "../Runtime/Library/json/tool.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_keyword[] = {
#embed "../Runtime/Library/keyword.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_linecache[] = {
#embed "../Runtime/Library/linecache.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_locale[] = {
#embed "../Runtime/Library/locale.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_logging___init__[] = {
#embed "../Runtime/Library/logging/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_logging_config[] = {
#embed "../Runtime/Library/logging/config.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_logging_handlers[] = {
#embed "../Runtime/Library/logging/handlers.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_marshal[] = {
#embed "../Runtime/Library/marshal.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_mimetypes[] = {
#embed "../Runtime/Library/mimetypes.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_netrc[] = {
#embed "../Runtime/Library/netrc.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_ntpath[] = {
#embed "../Runtime/Library/ntpath.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_numbers[] = {
#embed "../Runtime/Library/numbers.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_optparse[] = {
#embed "../Runtime/Library/optparse.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_os[] = {
#embed "../Runtime/Library/os.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_pathlib[] = {
#embed "../Runtime/Library/pathlib.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_pickle[] = {
#embed "../Runtime/Library/pickle.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_pkgutil[] = {
#embed "../Runtime/Library/pkgutil.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_platform[] = {
#embed "../Runtime/Library/platform.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_posixpath[] = {
#embed "../Runtime/Library/posixpath.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_pprint[] = {
#embed "../Runtime/Library/pprint.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_pwd[] = {
#embed "../Runtime/Library/pwd.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_pydoc[] = {
#embed "../Runtime/Library/pydoc.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_queue[] = {
#embed "../Runtime/Library/queue.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_quopri[] = {
#embed "../Runtime/Library/quopri.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_random[] = {
#embed "../Runtime/Library/random.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_re___init__[] = {
#embed "../Runtime/Library/re/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_re__constants[] = {
#embed "../Runtime/Library/re/_constants.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_re__parser[] = {
#embed "../Runtime/Library/re/_parser.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_reprlib[] = {
#embed "../Runtime/Library/reprlib.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_rlcompleter[] = {
#embed "../Runtime/Library/rlcompleter.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_runpy[] = {
#embed "../Runtime/Library/runpy.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_sched[] = {
#embed "../Runtime/Library/sched.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_secrets[] = {
#embed "../Runtime/Library/secrets.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_select[] = {
#embed "../Runtime/Library/select.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_selectors[] = {
#embed "../Runtime/Library/selectors.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_shlex[] = {
#embed "../Runtime/Library/shlex.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_shutil[] = {
#embed "../Runtime/Library/shutil.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_signal[] = {
#embed "../Runtime/Library/signal.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_sre_constants[] = {
#embed "../Runtime/Library/sre_constants.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_sre_parse[] = {
#embed "../Runtime/Library/sre_parse.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_stat[] = {
#embed "../Runtime/Library/stat.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_statistics[] = {
#embed "../Runtime/Library/statistics.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_string[] = {
#embed "../Runtime/Library/string.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_struct[] = {
#embed "../Runtime/Library/struct.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_subprocess[] = {
#embed "../Runtime/Library/subprocess.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_sysconfig[] = {
#embed "../Runtime/Library/sysconfig.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_tabnanny[] = {
#embed "../Runtime/Library/tabnanny.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_tempfile[] = {
#embed "../Runtime/Library/tempfile.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_textwrap[] = {
#embed "../Runtime/Library/textwrap.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_threading[] = {
#embed "../Runtime/Library/threading.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_timeit[] = {
#embed "../Runtime/Library/timeit.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_token[] = {
#embed "../Runtime/Library/token.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_tokenize[] = {
#embed "../Runtime/Library/tokenize.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_tomllib[] = {
#embed "../Runtime/Library/tomllib.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_traceback[] = {
#embed "../Runtime/Library/traceback.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_types[] = {
#embed "../Runtime/Library/types.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_typing[] = {
#embed "../Runtime/Library/typing.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest___init__[] = {
#embed "../Runtime/Library/unittest/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest___main__[] = {
#embed "../Runtime/Library/unittest/__main__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest__patching[] = {
#embed "../Runtime/Library/unittest/_patching.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_async_case[] = {
#embed "../Runtime/Library/unittest/async_case.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_case[] = {
#embed "../Runtime/Library/unittest/case.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_loader[] = {
#embed "../Runtime/Library/unittest/loader.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_main[] = {
#embed "../Runtime/Library/unittest/main.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_mock[] = {
#embed "../Runtime/Library/unittest/mock.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_result[] = {
#embed "../Runtime/Library/unittest/result.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_runner[] = {
#embed "../Runtime/Library/unittest/runner.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_signals[] = {
#embed "../Runtime/Library/unittest/signals.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_suite[] = {
#embed "../Runtime/Library/unittest/suite.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_unittest_util[] = {
#embed "../Runtime/Library/unittest/util.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_urllib___init__[] = {
#embed "../Runtime/Library/urllib/__init__.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_urllib_parse[] = {
#embed "../Runtime/Library/urllib/parse.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_uuid[] = {
#embed "../Runtime/Library/uuid.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_warnings[] = {
#embed "../Runtime/Library/warnings.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_weakref[] = {
#embed "../Runtime/Library/weakref.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_zlib[] = {
#embed "../Runtime/Library/zlib.mpy" suffix(, 0) if_empty(0)
};

static const unsigned char text_zoneinfo[] = {
#embed "../Runtime/Library/zoneinfo.mpy" suffix(, 0) if_empty(0)
};

static const minipy_library_module modules[] = {
    {"__future__", "__future__.mpy", text___future__, sizeof text___future__ - 1, 0},
    {"_argparse_help", "_argparse_help.mpy", text__argparse_help, sizeof text__argparse_help - 1, 0},
    {"_ast_deprecated", "_ast_deprecated.mpy", text__ast_deprecated, sizeof text__ast_deprecated - 1, 0},
    {"_ast_unparse", "_ast_unparse.mpy", text__ast_unparse, sizeof text__ast_unparse - 1, 0},
    {"_bisect", "_bisect.mpy", text__bisect, sizeof text__bisect - 1, 0},
    {"_blake2", "_blake2.mpy", text__blake2, sizeof text__blake2 - 1, 0},
    {"_collections_abc", "_collections_abc.mpy", text__collections_abc, sizeof text__collections_abc - 1, 0},
    {"_decimal_context", "_decimal_context.mpy", text__decimal_context, sizeof text__decimal_context - 1, 0},
    {"_decimal_format", "_decimal_format.mpy", text__decimal_format, sizeof text__decimal_format - 1, 0},
    {"_decimal_math", "_decimal_math.mpy", text__decimal_math, sizeof text__decimal_math - 1, 0},
    {"_decimal_power", "_decimal_power.mpy", text__decimal_power, sizeof text__decimal_power - 1, 0},
    {"_frame_locals", "_frame_locals.mpy", text__frame_locals, sizeof text__frame_locals - 1, 0},
    {"_frozen_importlib", "_frozen_importlib.mpy", text__frozen_importlib, sizeof text__frozen_importlib - 1, 0},
    {"_inspect_signatures", "_inspect_signatures.mpy", text__inspect_signatures, sizeof text__inspect_signatures - 1, 0},
    {"_kernel_density", "_kernel_density.mpy", text__kernel_density, sizeof text__kernel_density - 1, 0},
    {"_md5", "_md5.mpy", text__md5, sizeof text__md5 - 1, 0},
    {"_pickle", "_pickle.mpy", text__pickle, sizeof text__pickle - 1, 0},
    {"_pickler", "_pickler.mpy", text__pickler, sizeof text__pickler - 1, 0},
    {"_queue", "_queue.mpy", text__queue, sizeof text__queue - 1, 0},
    {"_sha1", "_sha1.mpy", text__sha1, sizeof text__sha1 - 1, 0},
    {"_sha2", "_sha2.mpy", text__sha2, sizeof text__sha2 - 1, 0},
    {"_sha3", "_sha3.mpy", text__sha3, sizeof text__sha3 - 1, 0},
    {"_signatures", "_signatures.mpy", text__signatures, sizeof text__signatures - 1, 0},
    {"_stat", "_stat.mpy", text__stat, sizeof text__stat - 1, 0},
    {"_strptime", "_strptime.mpy", text__strptime, sizeof text__strptime - 1, 0},
    {"_suggestions", "_suggestions.mpy", text__suggestions, sizeof text__suggestions - 1, 0},
    {"_text_codecs", "_text_codecs.mpy", text__text_codecs, sizeof text__text_codecs - 1, 0},
    {"_threading_local", "_threading_local.mpy", text__threading_local, sizeof text__threading_local - 1, 0},
    {"_typing_classes", "_typing_classes.mpy", text__typing_classes, sizeof text__typing_classes - 1, 0},
    {"_unpickler", "_unpickler.mpy", text__unpickler, sizeof text__unpickler - 1, 0},
    {"_user_database", "_user_database.mpy", text__user_database, sizeof text__user_database - 1, 0},
    {"_warnings", "_warnings.mpy", text__warnings, sizeof text__warnings - 1, 0},
    {"_weakrefset", "_weakrefset.mpy", text__weakrefset, sizeof text__weakrefset - 1, 0},
    {"abc", "abc.mpy", text_abc, sizeof text_abc - 1, 0},
    {"argparse", "argparse.mpy", text_argparse, sizeof text_argparse - 1, 0},
    {"ast", "ast.mpy", text_ast, sizeof text_ast - 1, 0},
    {"asyncio", "asyncio/__init__.mpy", text_asyncio___init__, sizeof text_asyncio___init__ - 1, 1},
    {"asyncio._foreign_tasks", "asyncio/_foreign_tasks.mpy", text_asyncio__foreign_tasks, sizeof text_asyncio__foreign_tasks - 1, 0},
    {"asyncio._names", "asyncio/_names.mpy", text_asyncio__names, sizeof text_asyncio__names - 1, 0},
    {"asyncio._signals", "asyncio/_signals.mpy", text_asyncio__signals, sizeof text_asyncio__signals - 1, 0},
    {"asyncio.base_events", "asyncio/base_events.mpy", text_asyncio_base_events, sizeof text_asyncio_base_events - 1, 0},
    {"asyncio.base_futures", "asyncio/base_futures.mpy", text_asyncio_base_futures, sizeof text_asyncio_base_futures - 1, 0},
    {"asyncio.base_tasks", "asyncio/base_tasks.mpy", text_asyncio_base_tasks, sizeof text_asyncio_base_tasks - 1, 0},
    {"asyncio.constants", "asyncio/constants.mpy", text_asyncio_constants, sizeof text_asyncio_constants - 1, 0},
    {"asyncio.coroutines", "asyncio/coroutines.mpy", text_asyncio_coroutines, sizeof text_asyncio_coroutines - 1, 0},
    {"asyncio.events", "asyncio/events.mpy", text_asyncio_events, sizeof text_asyncio_events - 1, 0},
    {"asyncio.exceptions", "asyncio/exceptions.mpy", text_asyncio_exceptions, sizeof text_asyncio_exceptions - 1, 0},
    {"asyncio.format_helpers", "asyncio/format_helpers.mpy", text_asyncio_format_helpers, sizeof text_asyncio_format_helpers - 1, 0},
    {"asyncio.futures", "asyncio/futures.mpy", text_asyncio_futures, sizeof text_asyncio_futures - 1, 0},
    {"asyncio.graph", "asyncio/graph.mpy", text_asyncio_graph, sizeof text_asyncio_graph - 1, 0},
    {"asyncio.locks", "asyncio/locks.mpy", text_asyncio_locks, sizeof text_asyncio_locks - 1, 0},
    {"asyncio.log", "asyncio/log.mpy", text_asyncio_log, sizeof text_asyncio_log - 1, 0},
    {"asyncio.mixins", "asyncio/mixins.mpy", text_asyncio_mixins, sizeof text_asyncio_mixins - 1, 0},
    {"asyncio.protocols", "asyncio/protocols.mpy", text_asyncio_protocols, sizeof text_asyncio_protocols - 1, 0},
    {"asyncio.queues", "asyncio/queues.mpy", text_asyncio_queues, sizeof text_asyncio_queues - 1, 0},
    {"asyncio.runners", "asyncio/runners.mpy", text_asyncio_runners, sizeof text_asyncio_runners - 1, 0},
    {"asyncio.selector_events", "asyncio/selector_events.mpy", text_asyncio_selector_events, sizeof text_asyncio_selector_events - 1, 0},
    {"asyncio.staggered", "asyncio/staggered.mpy", text_asyncio_staggered, sizeof text_asyncio_staggered - 1, 0},
    {"asyncio.streams", "asyncio/streams.mpy", text_asyncio_streams, sizeof text_asyncio_streams - 1, 0},
    {"asyncio.subprocess", "asyncio/subprocess.mpy", text_asyncio_subprocess, sizeof text_asyncio_subprocess - 1, 0},
    {"asyncio.taskgroups", "asyncio/taskgroups.mpy", text_asyncio_taskgroups, sizeof text_asyncio_taskgroups - 1, 0},
    {"asyncio.tasks", "asyncio/tasks.mpy", text_asyncio_tasks, sizeof text_asyncio_tasks - 1, 0},
    {"asyncio.threads", "asyncio/threads.mpy", text_asyncio_threads, sizeof text_asyncio_threads - 1, 0},
    {"asyncio.timeouts", "asyncio/timeouts.mpy", text_asyncio_timeouts, sizeof text_asyncio_timeouts - 1, 0},
    {"asyncio.transports", "asyncio/transports.mpy", text_asyncio_transports, sizeof text_asyncio_transports - 1, 0},
    {"asyncio.unix_events", "asyncio/unix_events.mpy", text_asyncio_unix_events, sizeof text_asyncio_unix_events - 1, 0},
    {"base64", "base64.mpy", text_base64, sizeof text_base64 - 1, 0},
    {"calendar", "calendar.mpy", text_calendar, sizeof text_calendar - 1, 0},
    {"cmd", "cmd.mpy", text_cmd, sizeof text_cmd - 1, 0},
    {"code", "code.mpy", text_code, sizeof text_code - 1, 0},
    {"codecs", "codecs.mpy", text_codecs, sizeof text_codecs - 1, 0},
    {"codeop", "codeop.mpy", text_codeop, sizeof text_codeop - 1, 0},
    {"collections", "collections/__init__.mpy", text_collections___init__, sizeof text_collections___init__ - 1, 1},
    {"collections._user", "collections/_user.mpy", text_collections__user, sizeof text_collections__user - 1, 0},
    {"collections.abc", "collections/abc.mpy", text_collections_abc, sizeof text_collections_abc - 1, 0},
    {"colorsys", "colorsys.mpy", text_colorsys, sizeof text_colorsys - 1, 0},
    {"concurrent", "concurrent/__init__.mpy", text_concurrent___init__, sizeof text_concurrent___init__ - 1, 1},
    {"concurrent.futures", "concurrent/futures/__init__.mpy", text_concurrent_futures___init__, sizeof text_concurrent_futures___init__ - 1, 1},
    {"concurrent.futures._base", "concurrent/futures/_base.mpy", text_concurrent_futures__base, sizeof text_concurrent_futures__base - 1, 0},
    {"concurrent.futures.process", "concurrent/futures/process.mpy", text_concurrent_futures_process, sizeof text_concurrent_futures_process - 1, 0},
    {"concurrent.futures.thread", "concurrent/futures/thread.mpy", text_concurrent_futures_thread, sizeof text_concurrent_futures_thread - 1, 0},
    {"configparser", "configparser.mpy", text_configparser, sizeof text_configparser - 1, 0},
    {"contextlib", "contextlib.mpy", text_contextlib, sizeof text_contextlib - 1, 0},
    {"contextvars", "contextvars.mpy", text_contextvars, sizeof text_contextvars - 1, 0},
    {"copy", "copy.mpy", text_copy, sizeof text_copy - 1, 0},
    {"copyreg", "copyreg.mpy", text_copyreg, sizeof text_copyreg - 1, 0},
    {"csv", "csv.mpy", text_csv, sizeof text_csv - 1, 0},
    {"dataclasses", "dataclasses.mpy", text_dataclasses, sizeof text_dataclasses - 1, 0},
    {"datetime", "datetime.mpy", text_datetime, sizeof text_datetime - 1, 0},
    {"decimal", "decimal.mpy", text_decimal, sizeof text_decimal - 1, 0},
    {"difflib", "difflib.mpy", text_difflib, sizeof text_difflib - 1, 0},
    {"doctest", "doctest.mpy", text_doctest, sizeof text_doctest - 1, 0},
    {"enum", "enum.mpy", text_enum, sizeof text_enum - 1, 0},
    {"faulthandler", "faulthandler.mpy", text_faulthandler, sizeof text_faulthandler - 1, 0},
    {"filecmp", "filecmp.mpy", text_filecmp, sizeof text_filecmp - 1, 0},
    {"fileinput", "fileinput.mpy", text_fileinput, sizeof text_fileinput - 1, 0},
    {"fnmatch", "fnmatch.mpy", text_fnmatch, sizeof text_fnmatch - 1, 0},
    {"fractions", "fractions.mpy", text_fractions, sizeof text_fractions - 1, 0},
    {"functools", "functools.mpy", text_functools, sizeof text_functools - 1, 0},
    {"genericpath", "genericpath.mpy", text_genericpath, sizeof text_genericpath - 1, 0},
    {"getopt", "getopt.mpy", text_getopt, sizeof text_getopt - 1, 0},
    {"getpass", "getpass.mpy", text_getpass, sizeof text_getpass - 1, 0},
    {"gettext", "gettext.mpy", text_gettext, sizeof text_gettext - 1, 0},
    {"glob", "glob.mpy", text_glob, sizeof text_glob - 1, 0},
    {"graphlib", "graphlib.mpy", text_graphlib, sizeof text_graphlib - 1, 0},
    {"grp", "grp.mpy", text_grp, sizeof text_grp - 1, 0},
    {"gzip", "gzip.mpy", text_gzip, sizeof text_gzip - 1, 0},
    {"hashlib", "hashlib.mpy", text_hashlib, sizeof text_hashlib - 1, 0},
    {"heapq", "heapq.mpy", text_heapq, sizeof text_heapq - 1, 0},
    {"hmac", "hmac.mpy", text_hmac, sizeof text_hmac - 1, 0},
    {"html", "html/__init__.mpy", text_html___init__, sizeof text_html___init__ - 1, 1},
    {"html._names", "html/_names.mpy", text_html__names, sizeof text_html__names - 1, 0},
    {"html.entities", "html/entities.mpy", text_html_entities, sizeof text_html_entities - 1, 0},
    {"html.parser", "html/parser.mpy", text_html_parser, sizeof text_html_parser - 1, 0},
    {"importlib", "importlib/__init__.mpy", text_importlib___init__, sizeof text_importlib___init__ - 1, 1},
    {"importlib.abc", "importlib/abc.mpy", text_importlib_abc, sizeof text_importlib_abc - 1, 0},
    {"importlib.machinery", "importlib/machinery.mpy", text_importlib_machinery, sizeof text_importlib_machinery - 1, 0},
    {"importlib.metadata", "importlib/metadata.mpy", text_importlib_metadata, sizeof text_importlib_metadata - 1, 0},
    {"importlib.resources", "importlib/resources.mpy", text_importlib_resources, sizeof text_importlib_resources - 1, 0},
    {"importlib.util", "importlib/util.mpy", text_importlib_util, sizeof text_importlib_util - 1, 0},
    {"inspect", "inspect.mpy", text_inspect, sizeof text_inspect - 1, 0},
    {"io", "io.mpy", text_io, sizeof text_io - 1, 0},
    {"ipaddress", "ipaddress.mpy", text_ipaddress, sizeof text_ipaddress - 1, 0},
    {"json", "json/__init__.mpy", text_json___init__, sizeof text_json___init__ - 1, 1},
    {"json.decoder", "json/decoder.mpy", text_json_decoder, sizeof text_json_decoder - 1, 0},
    {"json.encoder", "json/encoder.mpy", text_json_encoder, sizeof text_json_encoder - 1, 0},
    {"json.scanner", "json/scanner.mpy", text_json_scanner, sizeof text_json_scanner - 1, 0},
    {"json.tool", "json/tool.mpy", text_json_tool, sizeof text_json_tool - 1, 0},
    {"keyword", "keyword.mpy", text_keyword, sizeof text_keyword - 1, 0},
    {"linecache", "linecache.mpy", text_linecache, sizeof text_linecache - 1, 0},
    {"locale", "locale.mpy", text_locale, sizeof text_locale - 1, 0},
    {"logging", "logging/__init__.mpy", text_logging___init__, sizeof text_logging___init__ - 1, 1},
    {"logging.config", "logging/config.mpy", text_logging_config, sizeof text_logging_config - 1, 0},
    {"logging.handlers", "logging/handlers.mpy", text_logging_handlers, sizeof text_logging_handlers - 1, 0},
    {"marshal", "marshal.mpy", text_marshal, sizeof text_marshal - 1, 0},
    {"mimetypes", "mimetypes.mpy", text_mimetypes, sizeof text_mimetypes - 1, 0},
    {"netrc", "netrc.mpy", text_netrc, sizeof text_netrc - 1, 0},
    {"ntpath", "ntpath.mpy", text_ntpath, sizeof text_ntpath - 1, 0},
    {"numbers", "numbers.mpy", text_numbers, sizeof text_numbers - 1, 0},
    {"optparse", "optparse.mpy", text_optparse, sizeof text_optparse - 1, 0},
    {"os", "os.mpy", text_os, sizeof text_os - 1, 0},
    {"pathlib", "pathlib.mpy", text_pathlib, sizeof text_pathlib - 1, 0},
    {"pickle", "pickle.mpy", text_pickle, sizeof text_pickle - 1, 0},
    {"pkgutil", "pkgutil.mpy", text_pkgutil, sizeof text_pkgutil - 1, 0},
    {"platform", "platform.mpy", text_platform, sizeof text_platform - 1, 0},
    {"posixpath", "posixpath.mpy", text_posixpath, sizeof text_posixpath - 1, 0},
    {"pprint", "pprint.mpy", text_pprint, sizeof text_pprint - 1, 0},
    {"pwd", "pwd.mpy", text_pwd, sizeof text_pwd - 1, 0},
    {"pydoc", "pydoc.mpy", text_pydoc, sizeof text_pydoc - 1, 0},
    {"queue", "queue.mpy", text_queue, sizeof text_queue - 1, 0},
    {"quopri", "quopri.mpy", text_quopri, sizeof text_quopri - 1, 0},
    {"random", "random.mpy", text_random, sizeof text_random - 1, 0},
    {"re", "re/__init__.mpy", text_re___init__, sizeof text_re___init__ - 1, 1},
    {"re._constants", "re/_constants.mpy", text_re__constants, sizeof text_re__constants - 1, 0},
    {"re._parser", "re/_parser.mpy", text_re__parser, sizeof text_re__parser - 1, 0},
    {"reprlib", "reprlib.mpy", text_reprlib, sizeof text_reprlib - 1, 0},
    {"rlcompleter", "rlcompleter.mpy", text_rlcompleter, sizeof text_rlcompleter - 1, 0},
    {"runpy", "runpy.mpy", text_runpy, sizeof text_runpy - 1, 0},
    {"sched", "sched.mpy", text_sched, sizeof text_sched - 1, 0},
    {"secrets", "secrets.mpy", text_secrets, sizeof text_secrets - 1, 0},
    {"select", "select.mpy", text_select, sizeof text_select - 1, 0},
    {"selectors", "selectors.mpy", text_selectors, sizeof text_selectors - 1, 0},
    {"shlex", "shlex.mpy", text_shlex, sizeof text_shlex - 1, 0},
    {"shutil", "shutil.mpy", text_shutil, sizeof text_shutil - 1, 0},
    {"signal", "signal.mpy", text_signal, sizeof text_signal - 1, 0},
    {"sre_constants", "sre_constants.mpy", text_sre_constants, sizeof text_sre_constants - 1, 0},
    {"sre_parse", "sre_parse.mpy", text_sre_parse, sizeof text_sre_parse - 1, 0},
    {"stat", "stat.mpy", text_stat, sizeof text_stat - 1, 0},
    {"statistics", "statistics.mpy", text_statistics, sizeof text_statistics - 1, 0},
    {"string", "string.mpy", text_string, sizeof text_string - 1, 0},
    {"struct", "struct.mpy", text_struct, sizeof text_struct - 1, 0},
    {"subprocess", "subprocess.mpy", text_subprocess, sizeof text_subprocess - 1, 0},
    {"sysconfig", "sysconfig.mpy", text_sysconfig, sizeof text_sysconfig - 1, 0},
    {"tabnanny", "tabnanny.mpy", text_tabnanny, sizeof text_tabnanny - 1, 0},
    {"tempfile", "tempfile.mpy", text_tempfile, sizeof text_tempfile - 1, 0},
    {"textwrap", "textwrap.mpy", text_textwrap, sizeof text_textwrap - 1, 0},
    {"threading", "threading.mpy", text_threading, sizeof text_threading - 1, 0},
    {"timeit", "timeit.mpy", text_timeit, sizeof text_timeit - 1, 0},
    {"token", "token.mpy", text_token, sizeof text_token - 1, 0},
    {"tokenize", "tokenize.mpy", text_tokenize, sizeof text_tokenize - 1, 0},
    {"tomllib", "tomllib.mpy", text_tomllib, sizeof text_tomllib - 1, 0},
    {"traceback", "traceback.mpy", text_traceback, sizeof text_traceback - 1, 0},
    {"types", "types.mpy", text_types, sizeof text_types - 1, 0},
    {"typing", "typing.mpy", text_typing, sizeof text_typing - 1, 0},
    {"unittest", "unittest/__init__.mpy", text_unittest___init__, sizeof text_unittest___init__ - 1, 1},
    {"unittest.__main__", "unittest/__main__.mpy", text_unittest___main__, sizeof text_unittest___main__ - 1, 0},
    {"unittest._patching", "unittest/_patching.mpy", text_unittest__patching, sizeof text_unittest__patching - 1, 0},
    {"unittest.async_case", "unittest/async_case.mpy", text_unittest_async_case, sizeof text_unittest_async_case - 1, 0},
    {"unittest.case", "unittest/case.mpy", text_unittest_case, sizeof text_unittest_case - 1, 0},
    {"unittest.loader", "unittest/loader.mpy", text_unittest_loader, sizeof text_unittest_loader - 1, 0},
    {"unittest.main", "unittest/main.mpy", text_unittest_main, sizeof text_unittest_main - 1, 0},
    {"unittest.mock", "unittest/mock.mpy", text_unittest_mock, sizeof text_unittest_mock - 1, 0},
    {"unittest.result", "unittest/result.mpy", text_unittest_result, sizeof text_unittest_result - 1, 0},
    {"unittest.runner", "unittest/runner.mpy", text_unittest_runner, sizeof text_unittest_runner - 1, 0},
    {"unittest.signals", "unittest/signals.mpy", text_unittest_signals, sizeof text_unittest_signals - 1, 0},
    {"unittest.suite", "unittest/suite.mpy", text_unittest_suite, sizeof text_unittest_suite - 1, 0},
    {"unittest.util", "unittest/util.mpy", text_unittest_util, sizeof text_unittest_util - 1, 0},
    {"urllib", "urllib/__init__.mpy", text_urllib___init__, sizeof text_urllib___init__ - 1, 1},
    {"urllib.parse", "urllib/parse.mpy", text_urllib_parse, sizeof text_urllib_parse - 1, 0},
    {"uuid", "uuid.mpy", text_uuid, sizeof text_uuid - 1, 0},
    {"warnings", "warnings.mpy", text_warnings, sizeof text_warnings - 1, 0},
    {"weakref", "weakref.mpy", text_weakref, sizeof text_weakref - 1, 0},
    {"zlib", "zlib.mpy", text_zlib, sizeof text_zlib - 1, 0},
    {"zoneinfo", "zoneinfo.mpy", text_zoneinfo, sizeof text_zoneinfo - 1, 0},
};

const minipy_library_module *minipy_library_modules(size_t *count) {
    *count = sizeof modules / sizeof modules[0];
    return modules;
}
