<?php
// The small web server of PHP knows no rewriting: files are served, all else is WordPress's.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && is_file(__DIR__ . '/site' . $path)) {
    return false;
}
chdir(__DIR__ . '/site');
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/site/index.php';
